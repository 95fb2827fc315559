using Polly;
using Polly.CircuitBreaker;

namespace Bot.Storage;

/// <summary>
/// Keeps work from a database that fails: after a few failures everybody is told at once, without waiting for one more, and now and then one
/// piece of work tries whether it is back.
/// </summary>
internal sealed class DatabaseCircuit
{
    // Two of three: a single slow moment stops nobody.
    private const int LeastWork = 3;
    private const double MostFailures = 0.5;
    private static readonly TimeSpan Looked = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private readonly CircuitBreakerManualControl control = new();
    private readonly ResiliencePipeline pipeline;

    public DatabaseCircuit() => pipeline = new ResiliencePipelineBuilder()
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            MinimumThroughput = LeastWork,
            FailureRatio = MostFailures,
            SamplingDuration = Looked,
            BreakDuration = Rest,
            ShouldHandle = new PredicateBuilder().Handle<DatabaseUnavailableException>(),
            ManualControl = control,
        })
        .Build();

    /// <summary>Does work, unless the database rests.</summary>
    /// <exception cref="BrokenCircuitException">It rests.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> work) => await pipeline.ExecuteAsync(async _ => await work());

    /// <summary>Lets everybody work again: somebody has seen that the database is back.</summary>
    public Task CloseAsync() => control.CloseAsync();
}
