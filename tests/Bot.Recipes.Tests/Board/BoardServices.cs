using Bot.Chat;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Recipes.Tests.Board;

/// <summary>Registers the notice board.</summary>
internal static class BoardServices
{
    public static IServiceCollection AddBoard(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<NoticeBoard>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IChatAdapter, BoardAdapter>());
        return services;
    }
}
