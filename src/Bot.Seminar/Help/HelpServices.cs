using Microsoft.Extensions.DependencyInjection;

namespace Bot.Seminar.Help;

/// <summary>Registers the command <c>help</c> and the greeting.</summary>
internal static class HelpServices
{
    public static IServiceCollection AddHelp(this IServiceCollection services) => services.AddCommand<HelpCommand>().AddCommand<WelcomeCommand>();
}
