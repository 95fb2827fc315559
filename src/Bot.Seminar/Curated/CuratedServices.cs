using Bot.Seminar.Arguments;
using Bot.Seminar.Channels;
using Bot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Seminar.Curated;

/// <summary>Registers the teachers' list of counterarguments.</summary>
internal static class CuratedServices
{
    public static IServiceCollection AddCurated(this IServiceCollection services)
    {
        services.AddStorage();
        services.TryAddSingleton<CuratedCounters>();
        services.TryAddSingleton(provider => new CuratedList(
            provider.GetRequiredService<CuratedCounters>(),
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<ChannelShelves>(),
            provider.GetRequiredService<TimeProvider>()));
        return services.AddCommand<CounterAddCommand>().AddCommand<CounterListCommand>().AddCommand<CounterRemoveCommand>();
    }
}
