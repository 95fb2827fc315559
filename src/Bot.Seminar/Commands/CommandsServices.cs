using Bot.Seminar.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Seminar.Commands;

/// <summary>Registers what leads requests to commands.</summary>
internal static class CommandsServices
{
    /// <summary>Adds the router and its catalogue, over whichever commands are registered.</summary>
    public static IServiceCollection AddCommands(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddChannels();
        services.TryAddSingleton<CommandCatalogue>();
        services.TryAddSingleton<CommandTelemetry>();
        services.TryAddSingleton<ChoiceStamper>();
        services.TryAddSingleton<FollowUps>();
        services.AddOptions<RepliesOptions>().BindConfiguration("Replies").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<CommandRouter>();
        return services;
    }
}
