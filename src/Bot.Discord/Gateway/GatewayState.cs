namespace Bot.Discord.Gateway;

/// <summary>The state of the connection, as far as its frames tell. Safe for many threads.</summary>
internal sealed class GatewayState(TimeProvider time)
{
    // A connection that was there and is lost for a moment is resumed; only a longer loss is worth telling.
    private static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(15);

    private readonly Lock gate = new();
    private DateTimeOffset lastHeard = time.GetUtcNow();
    private DateTimeOffset? downSince = time.GetUtcNow();
    private bool wasReady;

    /// <summary>The code with which Discord closed the connection last; null for none.</summary>
    public int? LastCloseCode { get; private set; }

    /// <summary>What keeps events from coming, in a sentence; null where nothing does.</summary>
    public string? HealthProblem
    {
        get
        {
            lock (gate)
            {
                return downSince is { } since && (!wasReady || time.GetUtcNow() - since > Tolerated)
                    ? $"The connection to Discord is down{(LastCloseCode is { } code ? $" (code {code})" : "")}, and is being made again."
                    : null;
            }
        }
    }

    /// <summary>A connection is begun.</summary>
    public void Starting()
    {
        lock (gate)
        {
            lastHeard = time.GetUtcNow();
        }
    }

    /// <summary>Something came.</summary>
    public void Heard(string what)
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
    public void Closed(int? code)
    {
        lock (gate)
        {
            (downSince, LastCloseCode) = (downSince ?? time.GetUtcNow(), code);
        }
    }

    /// <summary>The library has no connection, or could not make one.</summary>
    public void Lost()
    {
        lock (gate)
        {
            downSince ??= time.GetUtcNow();
        }
    }

    /// <summary>Whether nothing has come for so long.</summary>
    public bool IsSilentFor(TimeSpan silence)
    {
        lock (gate)
        {
            return time.GetUtcNow() - lastHeard > silence;
        }
    }
}
