using Bot.Seminar.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Seminar.Settings;

/// <summary>Registers the command <c>settings</c>.</summary>
internal static class SettingsServices
{
    public static IServiceCollection AddSettings(this IServiceCollection services) => services.AddChannels().AddCommand<SettingsCommand>();
}
