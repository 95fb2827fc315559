namespace Bot.Slack.WebApi;

/// <summary>The bot's tokens, one for each workspace.</summary>
internal interface IWorkspaceTokens
{
    /// <summary>The token of a workspace; null where the app is not installed there.</summary>
    ValueTask<string?> FindAsync(Workspace workspace, CancellationToken cancellationToken);

    /// <summary>The workspaces, and organizations, that there is a token of.</summary>
    /// <exception cref="Storage.DatabaseUnavailableException">It cannot be read at the moment.</exception>
    ValueTask<IReadOnlyList<Workspace>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Forgets a workspace that removed the app or revoked its token.</summary>
    ValueTask ForgetAsync(Workspace workspace, CancellationToken cancellationToken);

    /// <summary>Notes that an organization's installation no longer serves some of its workspaces.</summary>
    ValueTask LeaveOrganizationAsync(IReadOnlyList<string> teams, CancellationToken cancellationToken);
}
