namespace Bot.Slack.SocketMode;

/// <summary>
/// The pauses before a new socket is opened. After a long-lived socket there is none; if sockets end soon one after the other, the pause doubles, because
/// Slack limits requests for sockets. Thread-safe.
/// </summary>
internal sealed class SocketPauses(TimeProvider time)
{
    /// <summary>The age from which a socket counts as stable.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromMinutes(1);

    private const int ManyInARow = 3;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private long? openedAt;
    private int inARow;
    private string why = "";

    /// <summary>Why no socket stays open, in a few words; null if there is no problem.</summary>
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

    /// <summary>Records that a socket is open.</summary>
    public void NoteOpened()
    {
        lock (gate)
        {
            openedAt = time.GetTimestamp();
        }
    }

    /// <summary>Records that a new socket is needed.</summary>
    /// <param name="reason">The reason, in a few words.</param>
    /// <returns>The pause before it.</returns>
    public TimeSpan NoteEnded(string reason)
    {
        lock (gate)
        {
            inARow = HasLasted ? 0 : inARow + 1;
            (openedAt, why) = (null, reason);
            return inARow == 0 ? TimeSpan.Zero : TimeSpan.FromTicks(Math.Min((FirstPause * Math.Pow(2, Math.Min(inARow - 1, 10))).Ticks, MaxPause.Ticks));
        }
    }
}
