namespace Bot.Discord.Gateway;

/// <summary>
/// How many sessions may still be begun over the gateway. Discord allows 1,000 a day for all shards of a bot and then resets its token, and
/// a library that begins another one after each failure gets there within hours. Safe for many threads.
/// </summary>
internal sealed class IdentifyBudget(TimeProvider time)
{
    // After each session the pause before the next one doubles; after a long session it starts small again. That makes less than 300 a day.
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Calm = TimeSpan.FromMinutes(10);

    // Left to the operator, who may want to start the program again.
    private const int Reserve = 50;
    private const int ManyInARow = 4;

    private readonly Lock gate = new();
    private DateTimeOffset? last;
    private DateTimeOffset next;
    private TimeSpan pause;
    private int inARow;
    private bool isSpent;

    /// <summary>Whether a session was refused since the last one was begun: the connection has to wait for its turn.</summary>
    public bool HasRefused { get; private set; }

    /// <summary>How long to wait before the next session may be begun.</summary>
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

    /// <summary>Why no session is begun at the moment, in a sentence; null where one may be.</summary>
    public string? HealthProblem
    {
        get
        {
            lock (gate)
            {
                var wait = next - time.GetUtcNow();
                return wait <= TimeSpan.Zero ? null
                    : isSpent ? $"Discord allows hardly any more sessions today, and would reset the token. The next is begun at {next:HH:mm} UTC."
                    : inARow >= ManyInARow ? $"Discord ended {inARow} sessions one after the other. The next is begun in {Math.Ceiling(wait.TotalSeconds)} s, since too many a day reset the token."
                    : null;
            }
        }
    }

    /// <summary>Counts a session that is about to be begun.</summary>
    /// <returns>False where it must not be begun yet.</returns>
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

    /// <summary>Takes over what Discord itself has counted, also for other shards and before this program was started.</summary>
    /// <param name="remaining">How many sessions may still be begun.</param>
    /// <param name="resetAfter">When the day that they are counted in is over.</param>
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
