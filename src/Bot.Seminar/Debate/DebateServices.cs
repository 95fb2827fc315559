using Bot.Seminar.Commands;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Seminar.Debate;

/// <summary>Registers the command <c>debate</c>.</summary>
internal static class DebateServices
{
    public static IServiceCollection AddDebate(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISeminarCommand, DebateCommand>());
        return services;
    }
}
