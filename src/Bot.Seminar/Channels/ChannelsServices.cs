using Bot.Chat;
using Bot.Seminar.Commands;
using Bot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Seminar.Channels;

/// <summary>Registers what channels decide for themselves, and the seminar that heeds it.</summary>
internal static class ChannelsServices
{
    public static IServiceCollection AddChannels(this IServiceCollection services)
    {
        services.AddStorage();
        services.TryAddSingleton<ChannelSettings>();
        services.TryAddSingleton<ISeminar, ChannelSeminar>();
        return services.AddCommand<SettingsCommand>();
    }
}
