using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Seminar.Find;

/// <summary>Registers the command <c>find</c>.</summary>
internal static class FindServices
{
    public static IServiceCollection AddFind(this IServiceCollection services)
    {
        services.TryAddSingleton<FindSearch>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISeminarCommand, FindCommand>());
        return services;
    }
}
