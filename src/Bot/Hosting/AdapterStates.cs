using System.Collections.Concurrent;

namespace Bot.Hosting;

/// <summary>The state of an adapter.</summary>
internal enum AdapterState
{
    /// <summary>It serves its platform.</summary>
    Running,

    /// <summary>It ended without an error.</summary>
    Ended,

    /// <summary>It failed and will be restarted after a pause; the log has the exception.</summary>
    Restarting,

    /// <summary>It stopped until a person fixes a problem, which is in the log.</summary>
    Failed,
}

/// <summary>The current state of each adapter. Thread-safe.</summary>
internal sealed class AdapterStates
{
    private readonly ConcurrentDictionary<string, AdapterState> states = new(StringComparer.Ordinal);

    /// <summary>A copy of the states, by the adapters' names.</summary>
    public IReadOnlyDictionary<string, AdapterState> Current => new Dictionary<string, AdapterState>(states);

    public void Set(string adapter, AdapterState state) => states[adapter] = state;
}
