using System.Text.Json.Nodes;

namespace Bot.Slack.Replies;

/// <summary>An acknowledgement that waits a moment, for the answer may be ready to go with it.</summary>
internal sealed class InlineReply(TimeProvider time)
{
    private readonly TaskCompletionSource<JsonObject?> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Sends a message with the acknowledgement.</summary>
    /// <returns>False where that has gone out already.</returns>
    public bool TrySend(JsonObject message) => answer.TrySetResult(message);

    /// <summary>Lets the acknowledgement go out with nothing.</summary>
    public void Close() => answer.TrySetResult(null);

    /// <summary>The message that goes with the acknowledgement; null where none is ready in time.</summary>
    public async Task<JsonObject?> WaitAsync(TimeSpan timeout)
    {
        try
        {
            return await answer.Task.WaitAsync(timeout, time);
        }
        catch (TimeoutException)
        {
            Close();
            return await answer.Task;
        }
    }
}
