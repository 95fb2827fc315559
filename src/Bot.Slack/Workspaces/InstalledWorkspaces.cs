using System.Collections.Concurrent;
using Bot.Storage;

namespace Bot.Slack.Workspaces;

/// <summary>
/// The workspaces that installed the app. Tokens are read from the database and cached briefly; a token that is about to expire is refreshed
/// (https://docs.slack.dev/authentication/using-token-rotation).
/// </summary>
internal sealed class InstalledWorkspaces(InstallationStore store, OAuthClient oauth, TimeProvider time) : IWorkspaceTokens, IDisposable
{
    // Another replica may have refreshed or deleted it.
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BeforeExpiry = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, (string Token, long At)> known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> organizations = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim exchanging = new(1);

    public async ValueTask<string?> FindAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(workspace.Team, out var before) && time.GetElapsedTime(before.At) < Remembered)
        {
            return before.Token;
        }

        try
        {
            var token = await LookUpAsync(workspace, cancellationToken);
            if (token is not null)
            {
                known[workspace.Team] = (token, time.GetTimestamp());
            }

            return token;
        }
        catch (DatabaseUnavailableException) when (before.Token is not null)
        {
            // An old token is better than none until the database is back; Slack refuses an expired one.
            return before.Token;
        }
    }

    public async ValueTask<IReadOnlyList<Workspace>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await store.ListAccountsAsync(cancellationToken)).Select(account => new Workspace(account))];

    public async ValueTask ForgetAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        await store.ForgetAsync(workspace.Team, cancellationToken);

        // It can be an organization, whose token is cached for each of its workspaces.
        known.Clear();
    }

    public async ValueTask LeaveOrganizationAsync(IReadOnlyList<string> teams, CancellationToken cancellationToken)
    {
        foreach (var team in teams)
        {
            await store.ForgetOrganizationOfAsync(team, cancellationToken);
            organizations.TryRemove(team, out _);
            known.TryRemove(team, out _);
        }
    }

    public void Dispose() => exchanging.Dispose();

    // The workspace's own installation, or its organization's, which a request names but a post to a channel does not.
    private async Task<string?> LookUpAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        if (await ReadCurrentAsync(workspace.Team, cancellationToken) is { } own)
        {
            return own;
        }

        var organization = workspace.Enterprise ?? await store.OrganizationOfAsync(workspace.Team, cancellationToken);
        if (organization is null || await ReadCurrentAsync(organization, cancellationToken) is not { } shared)
        {
            return null;
        }

        if (organizations.GetValueOrDefault(workspace.Team) != organization)
        {
            await store.NoteOrganizationAsync(workspace.Team, organization, cancellationToken);
            organizations[workspace.Team] = organization;
        }

        return shared;
    }

    private async Task<string?> ReadCurrentAsync(string account, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(account, cancellationToken) is not var (installation, _))
        {
            return null;
        }

        return IsDue(installation) ? await ExchangeAsync(account, cancellationToken) : installation.Token;
    }

    // A refresh token works once, so only one refresh runs at a time; between replicas the first to write wins, and the others read its token.
    private async Task<string?> ExchangeAsync(string account, CancellationToken cancellationToken)
    {
        await exchanging.WaitAsync(cancellationToken);
        try
        {
            if (await store.FindAsync(account, cancellationToken) is not var (installation, kept))
            {
                return null;
            }

            if (IsDue(installation) && await oauth.RefreshAsync(installation, cancellationToken) is { } next)
            {
                await store.ReplaceAsync(account, kept, next, cancellationToken);
                return next.Token;
            }

            return (await store.FindAsync(account, cancellationToken))?.Installation.Token;
        }
        finally
        {
            exchanging.Release();
        }
    }

    private bool IsDue(Installation installation) =>
        installation is { RefreshToken: not null, ExpiresAt: { } end } && end - time.GetUtcNow() < BeforeExpiry;
}
