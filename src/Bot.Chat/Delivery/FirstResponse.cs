namespace Bot.Chat.Delivery;

/// <summary>
/// The response to a request that a platform waits for. It contains the answer if that is ready within a moment, and is empty otherwise. Safe to use
/// from several threads.
/// </summary>
/// <typeparam name="T">What the response can carry.</typeparam>
/// <param name="time">The clock.</param>
public sealed class FirstResponse<T>(TimeProvider time)
    where T : class
{
    // The platforms give up after three seconds; what takes longer than this is not worth the risk of missing them.
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(800);

    private readonly TaskCompletionSource<T?> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Puts an answer into the response.</summary>
    /// <returns>False if it has gone out already.</returns>
    public bool TrySend(T message) => answer.TrySetResult(message);

    /// <summary>Sends the response empty.</summary>
    public void Close() => answer.TrySetResult(null);

    /// <summary>Waits at most 800 ms for the answer.</summary>
    /// <returns>What goes out with the response; null for nothing, and then nothing can be put into it any more.</returns>
    public async Task<T?> WaitAsync()
    {
        try
        {
            return await answer.Task.WaitAsync(Timeout, time);
        }
        catch (TimeoutException)
        {
            Close();
            return await answer.Task;
        }
    }
}
