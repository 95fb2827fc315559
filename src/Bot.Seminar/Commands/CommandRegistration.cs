using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Seminar.Commands;

/// <summary>Registers a command, once.</summary>
internal static class CommandRegistration
{
    public static IServiceCollection AddCommand<TCommand>(this IServiceCollection services)
        where TCommand : class, ISeminarCommand
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISeminarCommand, TCommand>());
        return services;
    }
}
