using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Slack.Manifest;
using Bot.Slack.Requests;
using Bot.Slack.WebApi;
using Microsoft.Extensions.Options;

namespace Bot.Slack;

/// <summary>Asks Slack whether it takes the tokens, and whether they may do all that is needed.</summary>
internal sealed class SlackOnlineCheck(SlackWebApi api, IOptions<SlackOptions> options) : IOnlineCheck
{
    public string Platform => "Slack";

    public async Task<IReadOnlyList<OnlineFinding>> RunAsync(CancellationToken cancellationToken)
    {
        var findings = new List<OnlineFinding>(options.Value.ServesSeveral
            ? [new OnlineFinding(true, "Each workspace has its own token, which is tried when it is used.")]
            : await BotTokenAsync(cancellationToken));
        if (options.Value.Transport == SlackTransport.Socket)
        {
            var opened = await api.CallAsync(options.Value.AppToken, "app", "apps.connections.open", [], cancellationToken);
            findings.Add(opened.Problem is { } problem
                ? new OnlineFinding(false, $"No socket can be opened. {problem}")
                : new OnlineFinding(true, "The app-level token opens sockets."));
        }

        return findings;
    }

    private async Task<IReadOnlyList<OnlineFinding>> BotTokenAsync(CancellationToken cancellationToken)
    {
        var answer = await api.CallAsync(options.Value.Token, "check", "auth.test", new JsonObject(), cancellationToken);
        if (answer is not ApiAnswer.Done done)
        {
            return [new OnlineFinding(false, answer.Problem ?? "")];
        }

        var missing = SlackScopes.Bot.Except(done.Scopes).ToList();
        return
        [
            new OnlineFinding(true, $"The bot is {done.Body.Text("user") ?? "a member"} of the workspace {done.Body.Text("team") ?? "that its token names"}."),
            missing.Count == 0
                ? new OnlineFinding(true, "Its token has every scope that is needed.")
                : new OnlineFinding(false, $"Its token lacks {string.Join(", ", missing)}. Add them under “OAuth & Permissions” and install the app again."),
        ];
    }
}
