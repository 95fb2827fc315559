using Bot.Seminar.Commands;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Seminar.ReadingList;

/// <summary>Registers the command <c>readings</c>.</summary>
internal static class ReadingListServices
{
    public static IServiceCollection AddReadingList(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISeminarCommand, ReadingListCommand>());
        return services;
    }
}
