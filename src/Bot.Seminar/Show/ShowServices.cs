using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Seminar.Show;

/// <summary>Registers the command <c>show</c>.</summary>
internal static class ShowServices
{
    public static IServiceCollection AddShow(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISeminarCommand, ShowCommand>());
        return services;
    }
}
