using System.Text.Json;
using Bot.Discord.Interactions;
using Bot.Discord.Rest;
using Bot.Discord.Settings;
using Microsoft.Extensions.Options;

namespace Bot.Discord;

/// <summary>Checks with Discord that token, id and key belong together, that Discord can reach the bot, and which permissions the bot has.</summary>
internal sealed class DiscordOnlineCheck(RestClient rest, IOptions<DiscordOptions> options) : IOnlineCheck
{
    public string Platform => "Discord";

    public async Task<IReadOnlyList<OnlineFinding>> RunAsync(CancellationToken cancellationToken)
    {
        var answer = await GetAsync("applications/@me", cancellationToken);
        return answer is RestAnswer.Done { Body: var application }
            ? [new OnlineFinding(true, $"The token is the one of “{application.At("name").Text() ?? application.At("id").Text()}”."),
                .. CheckSettings(application),
                .. CheckServers(await GetAsync("users/@me/guilds", cancellationToken))]
            : [new OnlineFinding(false, Explain(answer, "ask about myself"))];
    }

    private IEnumerable<OnlineFinding> CheckSettings(JsonElement application)
    {
        var id = application.At("id").Text() ?? "";
        yield return id == options.Value.ApplicationId
            ? new OnlineFinding(true, "Discord:ApplicationId is its id.")
            : new OnlineFinding(false, $"Discord:ApplicationId is another application's. Set it to {id}.");

        if (options.Value.Transport == DiscordTransport.Http)
        {
            var key = application.At("verify_key").Text() ?? "";
            yield return key.Equals(options.Value.PublicKey, StringComparison.OrdinalIgnoreCase)
                ? new OnlineFinding(true, "Discord:PublicKey is its key.")
                : new OnlineFinding(false, $"Discord:PublicKey is another application's. Set it to {key}.");
        }

        yield return (options.Value.Transport, application.At("interactions_endpoint_url").Text()) switch
        {
            (DiscordTransport.Http, { Length: > 0 } address) => new OnlineFinding(true, $"Discord sends interactions to {address}."),
            (DiscordTransport.Http, _) => new OnlineFinding(
                false, $"Discord does not know where to send interactions. Enter https://your.address{InteractionEndpoint.Path} as “Interactions Endpoint URL” in the developer portal."),
            (_, { Length: > 0 } address) => new OnlineFinding(
                false, $"Discord sends interactions to {address}, and therefore nothing over the gateway. Clear “Interactions Endpoint URL” in the developer portal."),
            _ => new OnlineFinding(true, "Discord sends interactions over the gateway."),
        };
    }

    private static IEnumerable<OnlineFinding> CheckServers(RestAnswer answer)
    {
        if (answer is not RestAnswer.Done { Body: var servers })
        {
            yield return new OnlineFinding(false, Explain(answer, "ask which servers I am in"));
            yield break;
        }

        foreach (var server in servers.Items())
        {
            var missing = Permissions.Read(server.At("permissions").Text()).Missing;
            var name = server.At("name").Text() ?? server.At("id").Text();
            yield return missing.Count == 0
                ? new OnlineFinding(true, $"In the server “{name}” the bot has every permission that it needs.")
                : new OnlineFinding(false, $"In the server “{name}” the bot lacks {string.Join(", ", missing)}. Grant them to its role, or invite it again (“discord invite”).");
        }

        if (!servers.Items().Any())
        {
            yield return new OnlineFinding(false, "The bot is in no server. “discord invite” prints a link that invites it.");
        }
    }

    private Task<RestAnswer> GetAsync(string path, CancellationToken cancellationToken) =>
        rest.CallAsync(new RestCall(HttpMethod.Get, $"GET {path}", path), cancellationToken);

    private static string Explain(RestAnswer answer, string doing) => answer.Explain(doing, "access") ?? "";
}
