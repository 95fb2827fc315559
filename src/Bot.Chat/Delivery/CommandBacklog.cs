using System.Globalization;

namespace Bot.Chat.Delivery;

/// <summary>
/// The commands that an adapter has acknowledged but not answered yet: a few run at a time, some can wait, and if there are more, the adapter says that it
/// is busy. Members take turns, however much one of them sends. Work runs in the language that was current when it was added. When the service stops,
/// running work is finished, within a time limit.
/// </summary>
/// <param name="limits">The limits.</param>
/// <param name="time">The clock.</param>
/// <param name="onFault">Called with the exception of failed work, for the log; the work itself must send an error reply.</param>
public sealed class CommandBacklog(BacklogLimits limits, TimeProvider time, Action<Exception> onFault)
{
    private volatile FairQueue<Func<CancellationToken, Task>>? queue = QueueOf(limits);

    /// <summary>Adds work after the waiting work of the same member.</summary>
    /// <param name="member">The member, by a key that is unique over all workspaces.</param>
    /// <param name="item">The work; its token is cancelled when the service gives up on it.</param>
    /// <returns>False if too much work is waiting, of this member or of all, or the service is stopping.</returns>
    public bool TryAdd(string member, Func<CancellationToken, Task> item)
    {
        var language = CultureInfo.CurrentUICulture;
        return queue?.TryAdd(member, RunInLanguageAsync) ?? false;

        async Task RunInLanguageAsync(CancellationToken givenUp)
        {
            CultureInfo.CurrentUICulture = language;
            await item(givenUp);
        }
    }

    /// <summary>Runs until the service stops, then finishes the waiting work, within the time limit. Can be run again after that.</summary>
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
        // Leaves the caller's thread, so that the first worker does not prevent the others from starting.
        await Task.Yield();
        while (await open.TakeAsync() is var (member, item))
        {
            try
            {
                await item(givenUp);
            }
            catch (OperationCanceledException) when (givenUp.IsCancellationRequested)
            {
                // Cancelled on purpose: the time to finish is over.
            }
#pragma warning disable CA1031 // The edge: an exception of one command must not end the worker.
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
