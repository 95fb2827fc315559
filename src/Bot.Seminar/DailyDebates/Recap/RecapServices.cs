using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Seminar.DailyDebates.Recap;

/// <summary>Registers the command <c>recap</c> and its services.</summary>
internal static class RecapServices
{
    public static IServiceCollection AddRecap(this IServiceCollection services)
    {
        services.TryAddSingleton<RecapPoints>();
        services.TryAddSingleton<DebateRecap>();
        return services.AddCommand<RecapCommand>();
    }
}
