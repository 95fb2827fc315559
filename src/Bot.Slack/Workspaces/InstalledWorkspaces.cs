using System.Collections.Concurrent;

namespace Bot.Slack.Workspaces;

/// <summary>
/// The workspaces that installed the app. Tokens are looked up in the database and remembered for a moment; one that is about to expire is
/// exchanged for the next (https://docs.slack.dev/authentication/using-token-rotation).
/// </summary>
internal sealed class InstalledWorkspaces(InstallationStore store, OAuthClient oauth, TimeProvider time) : IWorkspaceTokens, IDisposable
{
    // Another replica may have exchanged or forgotten it.
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BeforeExpiry = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, (string Token, long At)> known = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim exchanging = new(1);

    public async ValueTask<string?> FindAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(workspace.Team, out var before) && time.GetElapsedTime(before.At) < Remembered)
        {
            return before.Token;
        }

        var token = await CurrentAsync(workspace.Team, cancellationToken)
            ?? (workspace.Enterprise is { } enterprise ? await CurrentAsync(enterprise, cancellationToken) : null);
        if (token is not null)
        {
            known[workspace.Team] = (token, time.GetTimestamp());
        }

        return token;
    }

    public async ValueTask ForgetAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        await store.ForgetAsync(workspace.Team, cancellationToken);
        known.TryRemove(workspace.Team, out _);
    }

    public void Dispose() => exchanging.Dispose();

    private async Task<string?> CurrentAsync(string account, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(account, cancellationToken) is not var (installation, _))
        {
            return null;
        }

        return IsDue(installation) ? await ExchangeAsync(account, cancellationToken) : installation.Token;
    }

    // A refresh token works once, so one exchange goes on at a time; between replicas the first to write wins, and the others read what it
    // wrote.
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
