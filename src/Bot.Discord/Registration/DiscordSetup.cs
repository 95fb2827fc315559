using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Discord.Rest;
using Bot.Discord.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Registration;

/// <summary>The one-time setup at Discord: inviting the bot and registering its commands.</summary>
public static class DiscordSetup
{
    /// <summary>The link that invites the bot into a server, with the least permissions that it needs.</summary>
    /// <exception cref="InvalidOperationException">A required setting is missing; the message names it.</exception>
    public static Uri CreateInviteLink(DiscordOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require(DiscordOptionsValidator.CheckId(options));
        return new Uri(
            $"https://discord.com/oauth2/authorize?client_id={options.ApplicationId}&scope=bot%20applications.commands&permissions={Permissions.OfTheBot.ToString(CultureInfo.InvariantCulture)}");
    }

    /// <summary>The link with which members install the bot for themselves, to use its commands in any server.</summary>
    /// <exception cref="InvalidOperationException">A required setting is missing; the message names it.</exception>
    public static Uri CreateMemberLink(DiscordOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require(DiscordOptionsValidator.CheckId(options));
        return new Uri($"https://discord.com/oauth2/authorize?client_id={options.ApplicationId}&scope=applications.commands&integration_type=1");
    }

    /// <summary>The definitions for all servers and members, in all languages.</summary>
    public static JsonArray DefineCommands(IReadOnlyList<CommandInfo> commands) =>
        CommandDefinitions.Of(commands, CommandScope.ServersAndMembers);

    /// <summary>Registers new and changed commands, and removes old ones.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="commands">The catalogue.</param>
    /// <param name="server">The server to register them for, which takes effect at once; null for all.</param>
    /// <param name="isTrial">Whether to only report the changes.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <exception cref="InvalidOperationException">A required setting is missing; the message names it.</exception>
    public static async Task<RegistrationOutcome> RegisterAsync(
        DiscordOptions options, IReadOnlyList<CommandInfo> commands, string? server, bool isTrial, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require(DiscordOptionsValidator.CheckId(options));
        Require(DiscordOptionsValidator.CheckToken(options));
        Require(server is null || Snowflake.Is(server) ? null : "--guild takes the server's id: switch on Discord's developer mode, and copy it from the server's menu.");
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(Options.Create(options))
            .AddRest()
            .BuildServiceProvider();
        var registration = new CommandRegistration(services.GetRequiredService<RestClient>(), options.ApplicationId);
        return await registration.RunAsync(commands, server, isTrial, cancellationToken);
    }

    private static void Require(string? problem)
    {
        if (problem is not null)
        {
            throw new InvalidOperationException(problem);
        }
    }
}
