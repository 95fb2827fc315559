using System.Threading.Channels;

namespace Bot.Chat.Delivery;

/// <summary>
/// The commands that an adapter has acknowledged and not yet answered: a few are worked on at a time, some may wait, and beyond that the
/// adapter says that it is busy. When the service stops, what is under way is finished, within a bound.
/// </summary>
/// <param name="waiting">How many may wait, from 1.</param>
/// <param name="workers">How many are worked on at a time, from 1.</param>
/// <param name="drain">For how long work goes on after the service was told to stop.</param>
/// <param name="time">Measures <paramref name="drain"/>.</param>
/// <param name="onFault">Told of work that threw. Work answers its own faults; this is for the log.</param>
public sealed class CommandBacklog(int waiting, int workers, TimeSpan drain, TimeProvider time, Action<Exception> onFault)
{
    private volatile Channel<Func<CancellationToken, Task>> work = Channel.CreateBounded<Func<CancellationToken, Task>>(waiting);

    /// <summary>Puts work behind what waits.</summary>
    /// <param name="item">The work; its token is cancelled when the service gives up on it.</param>
    /// <returns>False where too much waits already, or the service is stopping.</returns>
    public bool TryAdd(Func<CancellationToken, Task> item) => work.Writer.TryWrite(item);

    /// <summary>Works until the service stops, then finishes what is there, for so long as it may. May be run again after that.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (work.Reader.Completion.IsCompleted)
        {
            work = Channel.CreateBounded<Func<CancellationToken, Task>>(waiting);
        }

        using var givenUp = new CancellationTokenSource();
        await using var drained = time.CreateTimer(_ => givenUp.Cancel(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await using var stopping = cancellationToken.Register(() =>
        {
            work.Writer.TryComplete();
            drained.Change(drain, Timeout.InfiniteTimeSpan);
        });
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => WorkAsync(givenUp.Token)));
    }

    private async Task WorkAsync(CancellationToken givenUp)
    {
        // Off the caller's thread: the first worker must not keep the others from starting.
        await Task.Yield();
        await foreach (var item in work.Reader.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                await item(givenUp);
            }
            catch (OperationCanceledException) when (givenUp.IsCancellationRequested)
            {
                // Given up on purpose: the time to finish is over.
            }
#pragma warning disable CA1031 // The edge: one command's fault must not end the worker that the others wait for.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                onFault(fault);
            }
        }
    }
}
