using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Discord.Protocol;
using Bot.Discord.Rest;
using Bot.Discord.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Registration;

/// <summary>What has to be done once at Discord before the bot is of use: invite it, and register its commands.</summary>
public static class DiscordSetup
{
    /// <summary>The link that invites the bot into a server, with the least permissions that it needs.</summary>
    /// <exception cref="InvalidOperationException">A setting that it needs is missing; the message says which.</exception>
    public static Uri InviteLink(DiscordOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Demand(DiscordOptionsValidator.ProblemOfId(options));
        return new Uri(
            $"https://discord.com/oauth2/authorize?client_id={options.ApplicationId}&scope=bot%20applications.commands&permissions={Permissions.OfTheBot.ToString(CultureInfo.InvariantCulture)}");
    }

    /// <summary>The link by which a member installs the bot for themselves, to use its commands wherever they are.</summary>
    /// <exception cref="InvalidOperationException">A setting that it needs is missing; the message says which.</exception>
    public static Uri MemberLink(DiscordOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Demand(DiscordOptionsValidator.ProblemOfId(options));
        return new Uri($"https://discord.com/oauth2/authorize?client_id={options.ApplicationId}&scope=applications.commands&integration_type=1");
    }

    /// <summary>What is registered for all servers and members: the commands in every language that the program has.</summary>
    public static JsonArray Definitions(IReadOnlyList<CommandInfo> commands) =>
        CommandDefinitions.Of(commands, CommandScope.ServersAndMembers);

    /// <summary>Registers the commands that are new or changed, and takes away those that are gone.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="commands">The catalogue.</param>
    /// <param name="server">The server to register them for, where they are there at once; null for all.</param>
    /// <param name="isTrial">Whether only to tell what would be done.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="InvalidOperationException">A setting that it needs is missing; the message says which.</exception>
    public static async Task<RegistrationOutcome> RegisterAsync(
        DiscordOptions options, IReadOnlyList<CommandInfo> commands, string? server, bool isTrial, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        Demand(DiscordOptionsValidator.ProblemOfId(options));
        Demand(DiscordOptionsValidator.ProblemOfToken(options));
        Demand(server is null || Snowflake.Is(server) ? null : "--guild takes the server's id: switch on Discord's developer mode, and copy it from the server's menu.");
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(Options.Create(options))
            .AddRest()
            .BuildServiceProvider();
        var registration = new CommandRegistration(services.GetRequiredService<RestClient>(), options.ApplicationId);
        return await registration.RunAsync(commands, server, isTrial, cancellationToken);
    }

    private static void Demand(string? problem)
    {
        if (problem is not null)
        {
            throw new InvalidOperationException(problem);
        }
    }
}
