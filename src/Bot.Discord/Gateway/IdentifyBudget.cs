namespace Bot.Discord.Gateway;

/// <summary>
/// Limits how many gateway sessions are started. Discord allows 1,000 a day for all shards of a bot and then resets its token; a library that starts a new
/// one after each failure reaches that within hours. Thread-safe.
/// </summary>
internal sealed class IdentifyBudget(TimeProvider time)
{
    // The pause doubles after each session, and is reset after a long session. This allows fewer than 300 a day.
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Calm = TimeSpan.FromMinutes(10);

    // Kept for restarts of the program by the operator.
    private const int Reserve = 50;
    private const int ManyInARow = 4;

    private readonly Lock gate = new();
    private DateTimeOffset? last;
    private DateTimeOffset next;
    private TimeSpan pause;
    private int inARow;
    private bool isSpent;

    /// <summary>Whether a session was refused since the last start, so that the connection must wait.</summary>
    public bool HasRefused { get; private set; }

    /// <summary>How long to wait before the next session can start.</summary>
    public TimeSpan Wait
    {
        get
        {
            lock (gate)
            {
                return next - time.GetUtcNow() is { Ticks: > 0 } left ? left : TimeSpan.Zero;
            }
        }
    }

    /// <summary>Why no session can start now, in a sentence; null if one can.</summary>
    public string? HealthProblem
    {
        get
        {
            lock (gate)
            {
                var wait = next - time.GetUtcNow();
                return wait <= TimeSpan.Zero ? null
                    : isSpent ? $"Discord allows hardly any more sessions today, and would reset the token. The next starts at {next:HH:mm} UTC."
                    : inARow >= ManyInARow ? $"Discord ended {inARow} sessions one after the other. The next starts in {Math.Ceiling(wait.TotalSeconds)} s, because too many a day reset the token."
                    : null;
            }
        }
    }

    /// <summary>Counts a session that is about to start.</summary>
    /// <returns>False if it must not start yet.</returns>
    public bool TryTake()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            HasRefused = now < next;
            if (HasRefused)
            {
                return false;
            }

            var isCalm = last is not { } before || now - before > Calm;
            pause = isCalm ? FirstPause : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, MaxPause.Ticks));
            (inARow, last, next, isSpent) = (isCalm ? 1 : inARow + 1, now, now + pause, false);
            return true;
        }
    }

    /// <summary>Sets Discord's own count, which includes other shards and earlier runs of the program.</summary>
    /// <param name="remaining">How many sessions can still start.</param>
    /// <param name="resetAfter">The time until Discord resets the count.</param>
    public void Learn(long remaining, TimeSpan resetAfter)
    {
        lock (gate)
        {
            if (remaining <= Reserve && time.GetUtcNow() + resetAfter is var reset && reset > next)
            {
                (next, isSpent) = (reset, true);
            }
        }
    }
}
