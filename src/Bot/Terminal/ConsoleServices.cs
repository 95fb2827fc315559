using Bot.Chat.Posting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Terminal;

/// <summary>Registers the console.</summary>
internal static class ConsoleServices
{
    /// <summary>Adds the console, depending on its mode. Must be after the other adapters, because it can replace them.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(ConsoleOptions.Section).Get<ConsoleOptions>() ?? new ConsoleOptions();
        var isAlone = services.All(service => service.ServiceType != typeof(IChatAdapter));
        var takesPart = options.Mode switch
        {
            ConsoleMode.Auto => SystemTerminal.IsInteractive || isAlone,
            ConsoleMode.Terminal => SystemTerminal.IsInteractive,
            _ => false,
        };
        if (takesPart)
        {
            services.TryAddSingleton<ConsoleScreen>();
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IChatAdapter, ConsoleAdapter>());
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IChannelPoster, ConsolePoster>());
        }

        return services;
    }
}
