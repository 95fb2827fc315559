using Bot.Slack.Settings;
using Microsoft.Extensions.Options;

namespace Bot.Slack.Workspaces;

/// <summary>The one workspace whose token is in the settings. Only requests from an app installed there have its signature.</summary>
internal sealed partial class SingleWorkspace(IOptions<SlackOptions> options, ILogger<SingleWorkspace> logger) : IWorkspaceTokens
{
    public ValueTask<string?> FindAsync(Workspace workspace, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(options.Value.Token);

    public ValueTask<IReadOnlyList<Workspace>> ListAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Workspace>>([new Workspace("single")]);

    public ValueTask ForgetAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        LogRemoved();
        return ValueTask.CompletedTask;
    }

    public ValueTask LeaveOrganizationAsync(IReadOnlyList<string> teams, CancellationToken cancellationToken)
    {
        LogRemoved();
        return ValueTask.CompletedTask;
    }

    [LoggerMessage(LogLevel.Warning, "The app was removed from the workspace, or its token revoked. Install it again and set Slack:Token again.")]
    private partial void LogRemoved();
}
