namespace Bot.Slack.SocketMode;

/// <summary>
/// The state of a socket, from its messages and not from the library, which reports “connected” while it still tries. Thread-safe.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="share">The share of its lifetime that the socket is used for, so that two sockets are not renewed at the same time.</param>
internal sealed class SocketState(TimeProvider time, double share)
{
    private static readonly TimeSpan UsualLifetime = TimeSpan.FromHours(4);

    // Slack pings every half minute, but the library hides it; a quiet workspace sends nothing for hours. A new socket costs little.
    private static readonly TimeSpan MaxSilence = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan MaxOpening = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly TaskCompletionSource greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long startedAt = time.GetTimestamp();
    private long heardAt;
    private long helloAt;
    private TimeSpan lifetime = UsualLifetime;
    private string reason = "";

    /// <summary>The time since the socket was created.</summary>
    public TimeSpan Age => time.GetElapsedTime(startedAt);

    /// <summary>Whether Slack sent its hello.</summary>
    public bool IsGreeted => greeted.Task.IsCompleted;

    /// <summary>Completes with Slack's hello.</summary>
    public Task Greeted => greeted.Task;

    /// <summary>Completes when Slack asks for a new socket.</summary>
    public Task Ending => ending.Task;

    /// <summary>Records a message.</summary>
    public void NoteHeard(SocketEnvelope envelope)
    {
        lock (gate)
        {
            heardAt = time.GetTimestamp();
            if (envelope.Type == "hello")
            {
                (helloAt, lifetime) = (heardAt, envelope.Lifetime ?? UsualLifetime);
                greeted.TrySetResult();
            }

            // A new socket is needed for any reason, including unknown ones.
            if (envelope.Type == "disconnect")
            {
                reason = envelope.Reason;
                ending.TrySetResult();
            }
        }
    }

    /// <summary>Checks whether a new socket is needed.</summary>
    /// <param name="isOpen">Whether the connection is open.</param>
    /// <param name="isSpent">Whether the connection ended, or could not be opened.</param>
    /// <returns>The reason, in a few words; null if there is no problem.</returns>
    public string? FindProblem(bool isOpen, bool isSpent)
    {
        lock (gate)
        {
            return ending.Task.IsCompleted ? $"Slack asked for it ({reason})"
                : isSpent ? "it closed, or could not be opened"
                : !IsGreeted ? (IsOlder(startedAt, MaxOpening) ? "it does not open" : null)
                : !isOpen ? "it closed"
                : IsOlder(heardAt, MaxSilence * share) ? "it is silent"
                : IsOlder(helloAt, lifetime * share) ? "its time is nearly over"
                : null;
        }
    }

    private bool IsOlder(long than, TimeSpan age) => time.GetElapsedTime(than) > age;
}
