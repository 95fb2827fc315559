using Bot.Seminar.Commands;
using Bot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Seminar.Coverage;

/// <summary>Registers the command <c>coverage</c> and what counts for it.</summary>
internal static class CoverageServices
{
    public static IServiceCollection AddCoverage(this IServiceCollection services)
    {
        services.AddStorage();
        services.TryAddSingleton<TouchLog>();
        return services.AddCommand<CoverageCommand>();
    }
}
