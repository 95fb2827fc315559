using Bot.Chat.Delivery;

namespace Bot.Slack.WebApi;

/// <summary>The token's scopes in each workspace, requested from Slack once an hour.</summary>
internal sealed class TokenScopes(SlackWebApi api, TimeProvider time)
{
    /// <summary>The scope for reading members' shared files.</summary>
    public const string FilesRead = "files:read";

    private const int MaxKnown = 10_000;
    private static readonly TimeSpan CacheDuration = TimeSpan.FromHours(1);
    private static readonly TimeSpan LookTimeout = TimeSpan.FromSeconds(1.5);

    private readonly BoundedCache<string, IReadOnlyList<string>> known = new(MaxKnown, time);

    /// <summary>Whether the workspace's token has a scope; null if Slack does not answer in time.</summary>
    public async ValueTask<bool?> HasAsync(Workspace workspace, string scope, CancellationToken cancellationToken)
    {
        if (known.TryGet(workspace.Team, out var scopes))
        {
            return scopes.Contains(scope);
        }

        using var tooLong = new CancellationTokenSource(LookTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLong.Token);
        try
        {
            if (await api.CallAsync(workspace, "auth.test", [], either.Token) is ApiAnswer.Done done)
            {
                known.Set(workspace.Team, done.Scopes, CacheDuration);
                return done.Scopes.Contains(scope);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // It may answer the next time.
        }

        return null;
    }
}
