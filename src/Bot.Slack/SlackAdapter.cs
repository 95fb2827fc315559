using Bot.Slack.Replies;
using Bot.Slack.Requests;

namespace Bot.Slack;

/// <summary>The seminar in Slack workspaces.</summary>
internal sealed class SlackAdapter(SlackInbox inbox, CommandDispatcher dispatcher, IEnumerable<ISlackConnection> connections) : IChatAdapter
{
    public string Name => SlackPlatform.Name;

    public string? HealthProblem => connections.Select(connection => connection.HealthProblem).FirstOrDefault(trouble => trouble is not null);

    public async Task RunAsync(ISeminar seminar, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        inbox.Open(seminar);
        var working = dispatcher.RunAsync(stop.Token);
        var connected = connections.Select(connection => connection.RunAsync(stop.Token)).ToList();
        try
        {
            await Task.WhenAny([working, .. connected]).Unwrap();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The service is stopping; work in progress is finished below.
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(connected).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await working;
            inbox.Close();
        }
    }
}
