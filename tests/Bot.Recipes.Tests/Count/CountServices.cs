using Bot.Seminar.Commands;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Recipes.Tests.Count;

/// <summary>Registers the command <c>count</c>.</summary>
internal static class CountServices
{
    public static IServiceCollection AddCount(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISeminarCommand, CountCommand>());
        return services;
    }
}
