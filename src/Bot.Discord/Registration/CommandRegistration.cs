using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Rest;

namespace Bot.Discord.Registration;

/// <summary>Registers the commands with Discord if they differ from the registered ones.</summary>
internal sealed class CommandRegistration(RestClient rest, string applicationId)
{
    private const string ForMembers = "1";

    /// <summary>Compares the commands, and registers them unless this is a trial.</summary>
    /// <param name="commands">The catalogue.</param>
    /// <param name="server">The server to register them for; null for all.</param>
    /// <param name="isTrial">Whether to only report the changes.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    public async Task<RegistrationOutcome> RunAsync(
        IReadOnlyList<CommandInfo> commands, string? server, bool isTrial, CancellationToken cancellationToken)
    {
        var (scope, unknown) = await FindScopeAsync(server, cancellationToken);
        if (unknown is not null)
        {
            return Fail(unknown, "read what I am");
        }

        var wanted = CommandDefinitions.Of(commands, scope);
        var (route, path) = server is null
            ? ("applications/commands", $"applications/{applicationId}/commands")
            : ("applications/guilds/commands", $"applications/{applicationId}/guilds/{server}/commands");
        var major = server ?? "";
        var get = new RestCall(HttpMethod.Get, $"GET {route}", $"{path}?with_localizations=true") { Major = major };
        var asked = await rest.CallAsync(get, cancellationToken);
        if (asked is not RestAnswer.Done { Body: var body })
        {
            return Fail(asked, "read my commands");
        }

        var present = body.ValueKind == JsonValueKind.Array ? JsonNode.Parse(body.GetRawText()) as JsonArray ?? [] : [];
        var differences = CommandComparison.FindDifferences(wanted, present, isForAllServers: server is null);
        if (differences.Count == 0 || isTrial)
        {
            return new RegistrationOutcome(wanted.Count, differences, Problem: null);
        }

        var put = new RestCall(HttpMethod.Put, $"PUT {route}", path) { Major = major, Body = wanted };
        return await rest.CallAsync(put, cancellationToken) is var done and not RestAnswer.Done
            ? Fail(done, "register my commands")
            : new RegistrationOutcome(wanted.Count, differences, Problem: null);
    }

    // Discord refuses commands for members unless the developer portal allows user installs.
    private async Task<(CommandScope Scope, RestAnswer? Unknown)> FindScopeAsync(string? server, CancellationToken cancellationToken)
    {
        if (server is not null)
        {
            return (CommandScope.OneServer, null);
        }

        var asked = await rest.CallAsync(new RestCall(HttpMethod.Get, "GET applications/@me", "applications/@me"), cancellationToken);
        if (asked is not RestAnswer.Done { Body: var application })
        {
            return (CommandScope.AllServers, asked);
        }

        var isForMembers = application.At("integration_types_config").At(ForMembers).ValueKind == JsonValueKind.Object;
        return (isForMembers ? CommandScope.ServersAndMembers : CommandScope.AllServers, null);
    }

    private static RegistrationOutcome Fail(RestAnswer answer, string doing) =>
        new(0, [], answer.Explain(doing, "the scope applications.commands (“discord invite” prints a link that has it)"));
}

/// <summary>How a registration ended.</summary>
/// <param name="Count">How many commands there are.</param>
/// <param name="Differences">The changes that were or would be made.</param>
/// <param name="Problem">Why it failed, in whole sentences; null if it succeeded.</param>
public sealed record RegistrationOutcome(int Count, IReadOnlyList<string> Differences, string? Problem);
