using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Seminar.Help;

/// <summary>Registers the command <c>help</c> and the greeting.</summary>
internal static class HelpServices
{
    public static IServiceCollection AddHelp(this IServiceCollection services)
    {
        // The catalogue contains this command, so it is available only after all commands are created.
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISeminarCommand, HelpCommand>(
            provider => new HelpCommand(provider.GetRequiredService<CommandCatalogue>)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISeminarCommand, WelcomeCommand>(
            provider => new WelcomeCommand(provider.GetRequiredService<CommandCatalogue>)));
        return services;
    }
}
