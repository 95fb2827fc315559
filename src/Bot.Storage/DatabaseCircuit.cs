using Polly;
using Polly.CircuitBreaker;

namespace Bot.Storage;

/// <summary>
/// A circuit breaker for the database: after a few failures operations fail at once, without waiting, and from time to time one
/// operation tests whether it is back.
/// </summary>
internal sealed class DatabaseCircuit
{
    // Two of three: a single slow moment does not open the circuit.
    private const int MinWork = 3;
    private const double MaxFailures = 0.5;
    private static readonly TimeSpan Looked = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private readonly CircuitBreakerManualControl control = new();
    private readonly ResiliencePipeline pipeline;

    public DatabaseCircuit() => pipeline = new ResiliencePipelineBuilder()
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            MinimumThroughput = MinWork,
            FailureRatio = MaxFailures,
            SamplingDuration = Looked,
            BreakDuration = Rest,
            ShouldHandle = new PredicateBuilder().Handle<DatabaseUnavailableException>(),
            ManualControl = control,
        })
        .Build();

    /// <summary>Does work, unless the circuit is open.</summary>
    /// <exception cref="BrokenCircuitException">The circuit is open.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> work) => await pipeline.ExecuteAsync(async _ => await work());

    /// <summary>Closes the circuit: the database is known to be back.</summary>
    public Task CloseAsync() => control.CloseAsync();
}
