using System.Net.WebSockets;

namespace Bot.Slack.SocketMode;

/// <summary>
/// What is known of a socket, from what came over it and not from what the library believes: it calls itself connected while it still tries,
/// and its own reconnection can end without a word. Safe for many threads.
/// </summary>
/// <param name="time">Tells how long ago something was.</param>
/// <param name="share">Which share of its lifetime the socket is used for, so that two of them are not renewed at once.</param>
internal sealed class SocketState(TimeProvider time, double share)
{
    private static readonly TimeSpan UsualLifetime = TimeSpan.FromHours(4);

    // Slack pings each half minute, unseen from here; a quiet workspace says nothing for hours. A new socket costs nothing.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestOpening = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestReopening = TimeSpan.FromSeconds(15);

    private readonly Lock gate = new();
    private long startedAt = time.GetTimestamp();
    private long heardAt;
    private long openSeenAt;
    private long? helloAt;
    private TimeSpan lifetime = UsualLifetime;
    private bool isEnding;

    /// <summary>Whether Slack greeted over the socket and it has not been seen closed since.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Notes that a socket is made anew.</summary>
    public void Starting()
    {
        lock (gate)
        {
            (startedAt, helloAt, isEnding, IsOpen) = (time.GetTimestamp(), null, false, false);
        }
    }

    /// <summary>Notes what came.</summary>
    public void Heard(SocketEnvelope envelope)
    {
        lock (gate)
        {
            heardAt = time.GetTimestamp();
            if (envelope.Type == "hello")
            {
                (helloAt, openSeenAt, lifetime, IsOpen) = (heardAt, heardAt, envelope.Lifetime ?? UsualLifetime, true);
            }

            // Whatever the reason, and new ones are made up: another socket is due.
            isEnding |= envelope.Type == "disconnect";
        }
    }

    /// <summary>Looks whether the socket has to be made anew.</summary>
    /// <param name="seen">The state of the connection itself; null where there is none.</param>
    /// <returns>Why, in a few words; null where it is well.</returns>
    public string? LookForTrouble(WebSocketState? seen)
    {
        lock (gate)
        {
            if (seen == WebSocketState.Open)
            {
                openSeenAt = time.GetTimestamp();
            }

            IsOpen = helloAt is not null && seen == WebSocketState.Open;
            return isEnding ? "Slack asked for it"
                : helloAt is not { } greeted ? (IsOlder(startedAt, LongestOpening) ? "it does not open" : null)
                : IsOlder(openSeenAt, LongestReopening) ? "it closed and did not open again"
                : IsOlder(heardAt, LongestSilence) ? "it is silent"
                : IsOlder(greeted, lifetime * share) ? "its time is nearly over"
                : null;
        }
    }

    private bool IsOlder(long than, TimeSpan age) => time.GetElapsedTime(than) > age;
}
