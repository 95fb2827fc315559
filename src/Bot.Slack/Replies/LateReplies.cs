using Bot.Chat.Delivery;

namespace Bot.Slack.Replies;

/// <summary>Tries replies again that did not arrive, for as long as their response addresses take them: half an hour.</summary>
internal sealed partial class LateReplies
{
    private const int MostWaiting = 500;
    private const int AtOnce = 100;

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10),
    ];

    private readonly ReplySender sender;
    private readonly TimeProvider time;
    private readonly ILogger<LateReplies> logger;
    private readonly CommandBacklog backlog;

    public LateReplies(ReplySender sender, TimeProvider time, ILogger<LateReplies> logger)
    {
        (this.sender, this.time, this.logger) = (sender, time, logger);
        backlog = new CommandBacklog(MostWaiting, AtOnce, TimeSpan.Zero, LogFault);
    }

    /// <summary>Works until the service stops; what has not arrived by then is lost.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => backlog.RunAsync(cancellationToken);

    /// <summary>Takes a reply over.</summary>
    public void Add(UndeliveredReply reply)
    {
        if (!backlog.TryAdd(token => DeliverAsync(reply, token)))
        {
            LogLost();
        }
    }

    private async Task DeliverAsync(UndeliveredReply reply, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var wait in Waits)
            {
                await Task.Delay(wait, time, cancellationToken);
                if (await sender.SendAsync(reply.Route, reply.Messages, reply.Visibility, cancellationToken) is not { } left)
                {
                    return;
                }

                reply = left;
            }

            LogLost();
        }
        catch (OperationCanceledException)
        {
            LogLost();
            throw;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A reply was lost: Slack took it neither at once nor later.")]
    private partial void LogLost();

    [LoggerMessage(LogLevel.Error, "A reply could not be sent again.")]
    private partial void LogFault(Exception fault);
}
