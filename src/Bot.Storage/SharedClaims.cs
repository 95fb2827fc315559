using System.Security.Cryptography;
using System.Text;

namespace Bot.Storage;

/// <summary>
/// Tells replicas that share a database which of them is the first with something that may come to several. Where the database is not shared,
/// away or slow, everybody is the first: whoever asks has a memory of its own, and nobody's question waits for the database. Safe for many
/// threads.
/// </summary>
public sealed class SharedClaims(Database database, TimeProvider time)
{
    // A healthy database takes a millisecond; platforms give up on a request after three seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(1);

    // A claim that a crash of the server takes along is one of its last few hundred milliseconds: not worth a wait for the disk each time.
    private const string Claim =
        "SET LOCAL synchronous_commit = off; INSERT INTO claims (name, kept_until) VALUES (@name, @until) ON CONFLICT (name) DO NOTHING";

    private long sweptAt = time.GetTimestamp();

    /// <summary>Claims something.</summary>
    /// <param name="name">What it is called by every replica.</param>
    /// <param name="keep">For how long others are refused it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False where another replica, or this one, has claimed it before.</returns>
    public async ValueTask<bool> TryAsync(string name, TimeSpan keep, CancellationToken cancellationToken)
    {
        if (!database.IsShared || database.State != DatabaseState.Open)
        {
            return true;
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await database.WriteAsync(session => ClaimAsync(session, name, keep), either.Token) > 0;
        }
        catch (DatabaseUnavailableException)
        {
            // It is said in the log and at the health check already.
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return true;
        }
    }

    private async Task<int> ClaimAsync(Session session, string name, TimeSpan keep)
    {
        var now = time.GetUtcNow();
        if (IsSweepDue())
        {
            await session.ExecuteAsync("DELETE FROM claims WHERE kept_until < @now", new { now = now.ToUnixTimeMilliseconds() });
        }

        // The names may hold ids of members, which are nobody's business.
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        return await session.ExecuteAsync(Claim, new { name = hash, until = (now + keep).ToUnixTimeMilliseconds() });
    }

    private bool IsSweepDue()
    {
        var before = Volatile.Read(ref sweptAt);
        return time.GetElapsedTime(before) > BetweenSweeps && Interlocked.CompareExchange(ref sweptAt, time.GetTimestamp(), before) == before;
    }
}
