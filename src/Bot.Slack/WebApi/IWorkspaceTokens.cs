namespace Bot.Slack.WebApi;

/// <summary>The bot's tokens, one for each workspace.</summary>
internal interface IWorkspaceTokens
{
    /// <summary>The token of a workspace; null if the app is not installed there.</summary>
    ValueTask<string?> FindAsync(Workspace workspace, CancellationToken cancellationToken);

    /// <summary>The workspaces and organizations that have a token.</summary>
    /// <exception cref="Storage.DatabaseUnavailableException">The database cannot be read now.</exception>
    ValueTask<IReadOnlyList<Workspace>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Deletes the token of a workspace that removed the app or revoked it.</summary>
    ValueTask ForgetAsync(Workspace workspace, CancellationToken cancellationToken);

    /// <summary>Records that an organization's installation no longer covers some of its workspaces.</summary>
    ValueTask LeaveOrganizationAsync(IReadOnlyList<string> teams, CancellationToken cancellationToken);
}
