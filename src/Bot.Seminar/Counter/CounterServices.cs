using Bot.Seminar.Arguments;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Seminar.Counter;

/// <summary>Registers the command <c>counter</c>.</summary>
internal static class CounterServices
{
    public static IServiceCollection AddCounter(this IServiceCollection services)
    {
        services.AddArguments();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISeminarCommand, CounterCommand>());
        return services;
    }
}
