using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Seminar.Arguments;

/// <summary>Registers the services that <c>counter</c> and <c>debate</c> share.</summary>
internal static class ArgumentsServices
{
    public static IServiceCollection AddArguments(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => CriticalQuestions.Load(CriticalQuestions.ShippedFile));
        services.TryAddSingleton<CounterSearch>();
        return services;
    }
}
