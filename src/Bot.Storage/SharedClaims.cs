using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Storage;

/// <summary>
/// Decides which of the programs that share a database is the first to handle an event that several can receive. Replicas on PostgreSQL ask it each time.
/// On SQLite the programs run one after the other, so the database is not asked: the claims of earlier ones are read at the start, and this one's claims
/// are stored a moment later. If the database is down or slow, every claim succeeds: the caller has its own memory, and no question should wait for the
/// database. Thread-safe.
/// </summary>
public sealed class SharedClaims(Database database, TimeProvider time)
{
    // A healthy database takes a millisecond; platforms give up on a request after three seconds.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(1);

    private const string Claim = "INSERT INTO claims (name, kept_until) VALUES (@name, @until) ON CONFLICT (name) DO NOTHING";

    // A crash of the server loses only claims of its last few hundred milliseconds, so claims do not wait for the disk.
    private const string WithoutWait = "SET LOCAL synchronous_commit = off; ";

    // Above this, claims are not stored, so that a database outage does not fill the memory.
    private const int MaxWaiting = 100_000;

    private readonly ConcurrentQueue<(string Name, long Until)> waiting = new();
    private FrozenDictionary<string, long> earlier = FrozenDictionary<string, long>.Empty;
    private long sweptAt = time.GetTimestamp();

    /// <summary>Claims an event.</summary>
    /// <param name="name">The name of the event, the same in every replica.</param>
    /// <param name="keep">How long the claim is valid.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <returns>False if another replica, or a program before this one, has claimed it before; on PostgreSQL also if this one has.</returns>
    public async ValueTask<bool> TryAsync(string name, TimeSpan keep, CancellationToken cancellationToken)
    {
        if (!database.IsShared)
        {
            return TryBehind(HashOf(name), time.GetUtcNow(), keep);
        }

        if (database.State != DatabaseState.Open)
        {
            return true;
        }

        using var timeout = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await database.WriteAsync(session => ClaimAsync(session, HashOf(name), keep), either.Token) > 0;
        }
        catch (DatabaseUnavailableException)
        {
            // The log and the health check report it already.
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return true;
        }
    }

    /// <summary>Reads the claims of earlier programs, if the database is not shared.</summary>
    /// <exception cref="DatabaseUnavailableException">It cannot be read.</exception>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (!database.IsShared)
        {
            var rows = await database.ReadAsync(
                session => session.QueryAsync<Row>(
                    "SELECT name, kept_until FROM claims WHERE kept_until > @now", new { now = time.GetUtcNow().ToUnixTimeMilliseconds() }),
                cancellationToken);
            earlier = rows.ToFrozenDictionary(row => row.Name, row => row.KeptUntil, StringComparer.Ordinal);
        }
    }

    /// <summary>Stores the claims since the last time.</summary>
    /// <exception cref="DatabaseUnavailableException">They could not be written, and keep waiting.</exception>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        var taken = waiting.ToArray();
        if (taken.Length == 0)
        {
            return;
        }

        await database.WriteAsync(
            async session =>
            {
                await SweepAsync(session);
                foreach (var (name, until) in taken)
                {
                    await session.ExecuteAsync(Claim, new { name, until });
                }

                return true;
            },
            cancellationToken);
        for (var i = 0; i < taken.Length; i++)
        {
            waiting.TryDequeue(out _);
        }
    }

    private bool TryBehind(string name, DateTimeOffset now, TimeSpan keep)
    {
        if (earlier.TryGetValue(name, out var until) && until > now.ToUnixTimeMilliseconds())
        {
            return false;
        }

        if (waiting.Count < MaxWaiting && database.State != DatabaseState.Closed)
        {
            waiting.Enqueue((name, (now + keep).ToUnixTimeMilliseconds()));
        }

        return true;
    }

    private async Task<int> ClaimAsync(Session session, string name, TimeSpan keep)
    {
        await SweepAsync(session);
        return await session.ExecuteAsync(WithoutWait + Claim, new { name, until = (time.GetUtcNow() + keep).ToUnixTimeMilliseconds() });
    }

    private async Task SweepAsync(Session session)
    {
        if (IsSweepDue())
        {
            await session.ExecuteAsync("DELETE FROM claims WHERE kept_until < @now", new { now = time.GetUtcNow().ToUnixTimeMilliseconds() });
        }
    }

    // Names can contain ids of members, which must not be in the database.
    private static string HashOf(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    private bool IsSweepDue()
    {
        var before = Volatile.Read(ref sweptAt);
        return time.GetElapsedTime(before) > BetweenSweeps && Interlocked.CompareExchange(ref sweptAt, time.GetTimestamp(), before) == before;
    }

    private sealed record Row
    {
        public string Name { get; init; } = "";

        public long KeptUntil { get; init; }
    }
}
