using Bot.Slack.Manifest;
using Bot.Slack.Settings;
using Bot.Storage;
using Microsoft.Extensions.Options;

namespace Bot.Slack;

/// <summary>Checks with Slack that the tokens are valid and have all needed scopes.</summary>
internal sealed class SlackOnlineCheck(SlackWebApi api, IWorkspaceTokens tokens, IOptions<SlackOptions> options) : IOnlineCheck
{
    public string Platform => "Slack";

    public async Task<IReadOnlyList<OnlineFinding>> RunAsync(CancellationToken cancellationToken)
    {
        var findings = new List<OnlineFinding>(await CheckWorkspacesAsync(cancellationToken));
        if (options.Value.Transport == SlackTransport.Socket)
        {
            var opened = await api.CallAsync(options.Value.AppToken, "app", "apps.connections.open", [], cancellationToken);
            findings.Add(opened.Problem is { } problem
                ? new OnlineFinding(false, $"No socket can be opened. {problem}")
                : new OnlineFinding(true, "The app-level token opens sockets."));
        }

        return findings;
    }

    private async Task<IReadOnlyList<OnlineFinding>> CheckWorkspacesAsync(CancellationToken cancellationToken)
    {
        try
        {
            var findings = new List<OnlineFinding>();
            foreach (var workspace in await tokens.ListAsync(cancellationToken))
            {
                findings.AddRange(await CheckBotTokenAsync(workspace, cancellationToken));
            }

            return findings.Count > 0 ? findings
                : [new OnlineFinding(true, $"No workspace has installed the app yet. Install it at {options.Value.PublicUrl.TrimEnd('/')}/slack/install.")];
        }
        catch (DatabaseUnavailableException unavailable)
        {
            return [new OnlineFinding(false, $"The installed workspaces cannot be read. {unavailable.Message}")];
        }
    }

    private async Task<IReadOnlyList<OnlineFinding>> CheckBotTokenAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        var answer = await api.CallAsync(workspace, "auth.test", [], cancellationToken);
        var which = options.Value.ServesSeveral ? $"{workspace.Team}: " : "";
        if (answer is not ApiAnswer.Done done)
        {
            return [new OnlineFinding(false, $"{which}{answer.Problem}")];
        }

        var missing = SlackScopes.All.Where(scope => !done.Scopes.Contains(scope.Name)).ToList();
        var needed = missing.Where(scope => scope.Without is null).Select(scope => scope.Name).ToList();
        return
        [
            new OnlineFinding(
                true, $"{which}The bot is {done.Body.Text("user") ?? "a member"} of the workspace {done.Body.Text("team") ?? "that its token names"}."),
            needed.Count == 0
                ? new OnlineFinding(true, $"{which}Its token has every scope that is needed.")
                : new OnlineFinding(
                    false, $"{which}Its token lacks {string.Join(", ", needed)}. Add them under “OAuth & Permissions” and install the app again."),
            .. missing.Where(scope => scope.Without is not null).Select(scope => new OnlineFinding(
                true, $"{which}Its token lacks the optional scope {scope.Name}. {scope.Without}")),
        ];
    }
}
