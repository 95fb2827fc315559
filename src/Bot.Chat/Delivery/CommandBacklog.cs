using System.Globalization;

namespace Bot.Chat.Delivery;

/// <summary>
/// The commands that an adapter has acknowledged and not yet answered: a few are worked on at a time, some may wait, and beyond that the
/// adapter says that it is busy. Members take turns, however much one of them sends. Work is done in the language of
/// the moment at which it was put in. When the service stops, what is under way is finished,
/// within a bound.
/// </summary>
/// <param name="limits">How much it takes on.</param>
/// <param name="time">Measures how long it goes on after a stop.</param>
/// <param name="onFault">Told of work that threw. Work answers its own faults; this is for the log.</param>
public sealed class CommandBacklog(BacklogLimits limits, TimeProvider time, Action<Exception> onFault)
{
    private volatile FairQueue<Func<CancellationToken, Task>>? queue = QueueOf(limits);

    /// <summary>Puts work behind what waits of the same member.</summary>
    /// <param name="member">Whose it is, told from all other members of all workspaces.</param>
    /// <param name="item">The work; its token is cancelled when the service gives up on it.</param>
    /// <returns>False where too much waits already, of this member or of all, or the service is stopping.</returns>
    public bool TryAdd(string member, Func<CancellationToken, Task> item)
    {
        var language = CultureInfo.CurrentUICulture;
        return queue?.TryAdd(member, InLanguageAsync) ?? false;

        async Task InLanguageAsync(CancellationToken givenUp)
        {
            CultureInfo.CurrentUICulture = language;
            await item(givenUp);
        }
    }

    /// <summary>Works until the service stops, then finishes what is there, for so long as it may. May be run again after that.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var open = queue ??= QueueOf(limits);
        using var givenUp = new CancellationTokenSource();
        await using var drained = time.CreateTimer(_ => givenUp.Cancel(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await using var stopping = cancellationToken.Register(() =>
        {
            open.Close();
            drained.Change(limits.DrainTimeout, Timeout.InfiniteTimeSpan);
        });
        await Task.WhenAll(Enumerable.Range(0, limits.Workers).Select(_ => WorkAsync(open, givenUp.Token)));
        queue = null;
    }

    private async Task WorkAsync(FairQueue<Func<CancellationToken, Task>> open, CancellationToken givenUp)
    {
        // Off the caller's thread: the first worker must not keep the others from starting.
        await Task.Yield();
        while (await open.TakeAsync() is var (member, item))
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
            finally
            {
                open.Return(member);
            }
        }
    }

    private static FairQueue<Func<CancellationToken, Task>> QueueOf(BacklogLimits limits) =>
        new(limits.Waiting, limits.WaitingOfOne, limits.WorkersForOne);
}
