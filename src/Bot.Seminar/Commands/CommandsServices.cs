using Bot.Seminar.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Seminar.Commands;

/// <summary>Registers the router and its catalogue.</summary>
internal static class CommandsServices
{
    /// <summary>Adds the router and the catalogue of all registered commands.</summary>
    public static IServiceCollection AddCommands(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddChannels();
        services.TryAddSingleton<CommandCatalogue>();

        // For commands: the catalogue contains them, so it exists only after them.
        services.TryAddSingleton<Func<CommandCatalogue>>(provider => provider.GetRequiredService<CommandCatalogue>);
        services.TryAddSingleton<CommandTelemetry>();
        services.TryAddSingleton<ChoiceStamper>();
        services.TryAddSingleton<FollowUps>();
        services.AddOptions<RepliesOptions>().BindConfiguration("Replies").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<CommandRouter>();
        return services;
    }
}
