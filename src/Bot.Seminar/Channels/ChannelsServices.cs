using Bot.Library;
using Bot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Seminar.Channels;

/// <summary>Registers the settings of channels and the limits for their members.</summary>
internal static class ChannelsServices
{
    public static IServiceCollection AddChannels(this IServiceCollection services)
    {
        services.AddStorage();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LimitsOptions>, LimitsOptionsValidator>());
        services.AddOptions<LimitsOptions>().BindConfiguration(LimitsOptions.Section).ValidateOnStart();
        services.TryAddSingleton<FairShares>();
        services.TryAddSingleton<ChannelSettings>();
        services.TryAddSingleton<Shelf>();
        services.TryAddSingleton<ReadingLists>();
        services.TryAddSingleton<ReadingListStore>();
        services.TryAddSingleton<ChannelShelves>();
        services.TryAddSingleton<KnownChannels>();
        return services;
    }
}
