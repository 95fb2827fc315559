namespace Bot.Chat.Delivery;

/// <summary>
/// The response to a request that a platform waits for. It contains the answer if that is ready within 800 ms; otherwise it is empty. Thread-safe.
/// </summary>
/// <typeparam name="T">The type of the response's content.</typeparam>
/// <param name="time">The clock.</param>
public sealed class FirstResponse<T>(TimeProvider time)
    where T : class
{
    // The platforms give up after three seconds; waiting longer than this would risk missing that.
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(800);

    private readonly TaskCompletionSource<T?> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Puts an answer into the response.</summary>
    /// <returns>False if the response was sent already.</returns>
    public bool TrySend(T message) => answer.TrySetResult(message);

    /// <summary>Sends the response empty.</summary>
    public void Close() => answer.TrySetResult(null);

    /// <summary>Waits at most 800 ms for the answer.</summary>
    /// <returns>The content of the response; null for an empty one, which can no longer be filled.</returns>
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
