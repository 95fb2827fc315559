using Bot.Chat.Delivery;

namespace Bot.Slack.Replies;

/// <summary>Retries undelivered replies while their response URLs are valid: half an hour.</summary>
internal sealed partial class LateReplies
{
    // Each waits minutes for its next try, and needs only memory.
    private static readonly BacklogLimits Limits = new(Waiting: 500, Workers: 100, DrainTimeout: TimeSpan.FromSeconds(3)) { WorkersForOne = 10 };

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10),
    ];

    private readonly ReplySender sender;
    private readonly TimeProvider time;
    private readonly ILogger<LateReplies> logger;
    private readonly CommandBacklog backlog;
    private volatile TaskCompletionSource stopping = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LateReplies(ReplySender sender, TimeProvider time, ILogger<LateReplies> logger)
    {
        (this.sender, this.time, this.logger) = (sender, time, logger);
        backlog = new CommandBacklog(Limits, time, LogFault);
    }

    /// <summary>Runs until the service stops. Undelivered replies are then tried once more, and lost if that fails.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var stop = cancellationToken.Register(() => stopping.TrySetResult());
        await backlog.RunAsync(cancellationToken);
    }

    /// <summary>Adds an undelivered reply.</summary>
    public void Add(UndeliveredReply reply)
    {
        if (!backlog.TryAdd(reply.Route.Member, token => DeliverAsync(reply, token)))
        {
            LogLost();
        }
    }

    private async Task DeliverAsync(UndeliveredReply reply, CancellationToken givenUp)
    {
        try
        {
            foreach (var wait in Waits)
            {
                await Task.WhenAny(Task.Delay(wait, time, givenUp), stopping.Task);
                if (await sender.SendAsync(reply.Route, reply.Messages, reply.Visibility, givenUp) is not { } left)
                {
                    return;
                }

                reply = left;
                if (stopping.Task.IsCompleted)
                {
                    LogLostByStop();
                    return;
                }
            }

            LogLost();
        }
        catch (OperationCanceledException)
        {
            LogLostByStop();
            throw;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A reply was lost: Slack accepted it neither at once nor later.")]
    private partial void LogLost();

    [LoggerMessage(LogLevel.Warning, "A reply was lost: Slack did not accept it before the program stopped.")]
    private partial void LogLostByStop();

    [LoggerMessage(LogLevel.Error, "A reply could not be sent again.")]
    private partial void LogFault(Exception fault);
}
