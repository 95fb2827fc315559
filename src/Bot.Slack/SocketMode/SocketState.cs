namespace Bot.Slack.SocketMode;

/// <summary>
/// What is known of a socket, from what came over it and not from what the library believes: it calls itself connected while it still tries.
/// Safe for many threads.
/// </summary>
/// <param name="time">Tells how long ago something was.</param>
/// <param name="share">Which share of its time the socket is used for, so that two of them are not renewed at once.</param>
internal sealed class SocketState(TimeProvider time, double share)
{
    private static readonly TimeSpan UsualLifetime = TimeSpan.FromHours(4);

    // Slack pings each half minute, unseen from here; a quiet workspace says nothing for hours. A new socket costs nothing.
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

    /// <summary>How long ago the socket was made.</summary>
    public TimeSpan Age => time.GetElapsedTime(startedAt);

    /// <summary>Whether Slack greeted over the socket.</summary>
    public bool IsGreeted => greeted.Task.IsCompleted;

    /// <summary>Ends when Slack has greeted.</summary>
    public Task Greeted => greeted.Task;

    /// <summary>Ends when Slack asks for another socket.</summary>
    public Task Ending => ending.Task;

    /// <summary>Notes what came.</summary>
    public void Heard(SocketEnvelope envelope)
    {
        lock (gate)
        {
            heardAt = time.GetTimestamp();
            if (envelope.Type == "hello")
            {
                (helloAt, lifetime) = (heardAt, envelope.Lifetime ?? UsualLifetime);
                greeted.TrySetResult();
            }

            // Whatever the reason, and new ones are made up: another socket is due.
            if (envelope.Type == "disconnect")
            {
                reason = envelope.Reason;
                ending.TrySetResult();
            }
        }
    }

    /// <summary>Looks whether another socket is due.</summary>
    /// <param name="isOpen">Whether the connection itself stands.</param>
    /// <param name="isSpent">Whether the connection is over, or could not be made.</param>
    /// <returns>Why, in a few words; null where all is well.</returns>
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
