namespace Bot.Slack.SocketMode;

/// <summary>
/// How long to wait before another socket is opened. One that served for long is followed at once; where sockets end soon, one after the
/// other, the pause doubles, for Slack counts how often an address is asked for. Safe for many threads.
/// </summary>
internal sealed class SocketPauses(TimeProvider time)
{
    /// <summary>After how long a socket is one that lasts.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromMinutes(1);

    private const int ManyInARow = 3;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private long? openedAt;
    private int inARow;
    private string why = "";

    /// <summary>Why no socket stays open, in a few words; null where they do.</summary>
    public string? HealthProblem
    {
        get
        {
            lock (gate)
            {
                return inARow >= ManyInARow && !HasLasted ? why : null;
            }
        }
    }

    private bool HasLasted => openedAt is { } opened && time.GetElapsedTime(opened) > Calm;

    /// <summary>Notes that a socket is open.</summary>
    public void Opened()
    {
        lock (gate)
        {
            openedAt = time.GetTimestamp();
        }
    }

    /// <summary>Notes that another socket is due.</summary>
    /// <param name="reason">Why, in a few words.</param>
    /// <returns>How long to wait for it.</returns>
    public TimeSpan Ended(string reason)
    {
        lock (gate)
        {
            inARow = HasLasted ? 0 : inARow + 1;
            (openedAt, why) = (null, reason);
            return inARow == 0 ? TimeSpan.Zero : TimeSpan.FromTicks(Math.Min((FirstPause * Math.Pow(2, Math.Min(inARow - 1, 10))).Ticks, MaxPause.Ticks));
        }
    }
}
