using System.Collections.Concurrent;

namespace Bot.Hosting;

/// <summary>The state of an adapter.</summary>
internal enum AdapterState
{
    /// <summary>It serves its platform.</summary>
    Running,

    /// <summary>It ended by itself.</summary>
    Ended,

    /// <summary>It threw, and is started again after a pause; the log says what.</summary>
    Restarting,

    /// <summary>It cannot go on until a person fixes something; the log says what.</summary>
    Failed,
}

/// <summary>The present state of each adapter. Thread-safe.</summary>
internal sealed class AdapterStates
{
    private readonly ConcurrentDictionary<string, AdapterState> states = new(StringComparer.Ordinal);

    /// <summary>A copy of the states, by the adapters' names.</summary>
    public IReadOnlyDictionary<string, AdapterState> Current => new Dictionary<string, AdapterState>(states);

    public void Set(string adapter, AdapterState state) => states[adapter] = state;
}
