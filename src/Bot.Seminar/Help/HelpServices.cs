using Bot.Seminar.Commands;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Seminar.Help;

/// <summary>Registers the command <c>help</c>, and what is said at the beginning.</summary>
internal static class HelpServices
{
    public static IServiceCollection AddHelp(this IServiceCollection services)
    {
        // The catalogue holds this command, so it can be had only once all commands are made.
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISeminarCommand, HelpCommand>(
            provider => new HelpCommand(provider.GetRequiredService<CommandCatalogue>)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISeminarCommand, WelcomeCommand>(
            provider => new WelcomeCommand(provider.GetRequiredService<CommandCatalogue>)));
        return services;
    }
}
