namespace Bot.Discord.Gateway;

/// <summary>The state of the connection, as seen from its frames. Thread-safe.</summary>
internal sealed class GatewayState(TimeProvider time)
{
    // A connection that is lost for a moment is resumed; only a longer loss is reported.
    private static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(15);

    private readonly Lock gate = new();
    private DateTimeOffset lastHeard = time.GetUtcNow();
    private DateTimeOffset? downSince = time.GetUtcNow();
    private bool wasReady;

    /// <summary>Discord's last close code; null if there is none.</summary>
    public int? LastCloseCode { get; private set; }

    /// <summary>Why no events arrive, in a sentence; null if there is no problem.</summary>
    public string? HealthProblem
    {
        get
        {
            lock (gate)
            {
                return downSince is { } since && (!wasReady || time.GetUtcNow() - since > Tolerated)
                    ? $"The connection to Discord is down{(LastCloseCode is { } code ? $" (code {code})" : "")}; reconnecting."
                    : null;
            }
        }
    }

    /// <summary>A connection is starting.</summary>
    public void NoteStarting()
    {
        lock (gate)
        {
            lastHeard = time.GetUtcNow();
        }
    }

    /// <summary>A frame arrived.</summary>
    public void NoteHeard(string what)
    {
        lock (gate)
        {
            lastHeard = time.GetUtcNow();
            if (what is "READY" or "RESUMED")
            {
                (downSince, LastCloseCode, wasReady) = (null, null, true);
            }
        }
    }

    /// <summary>The connection ended.</summary>
    public void NoteClosed(int? code)
    {
        lock (gate)
        {
            (downSince, LastCloseCode) = (downSince ?? time.GetUtcNow(), code);
        }
    }

    /// <summary>The library has no connection, or could not make one.</summary>
    public void NoteLost()
    {
        lock (gate)
        {
            downSince ??= time.GetUtcNow();
        }
    }

    /// <summary>Whether no frame has arrived for this long.</summary>
    public bool IsSilentFor(TimeSpan silence)
    {
        lock (gate)
        {
            return time.GetUtcNow() - lastHeard > silence;
        }
    }
}
