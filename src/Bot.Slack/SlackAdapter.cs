using Bot.Chat;
using Bot.Slack.Replies;
using Bot.Slack.Requests;

namespace Bot.Slack;

/// <summary>The seminar in Slack workspaces.</summary>
internal sealed class SlackAdapter(SlackInbox inbox, CommandDesk desk) : IChatAdapter
{
    /// <summary>The name of the platform.</summary>
    public const string Platform = "slack";

    /// <summary>What it can do.</summary>
    public const Capabilities Able = Capabilities.PrivateReplies | Capabilities.Buttons | Capabilities.Suggestions | Capabilities.Forms
        | Capabilities.Posts | Capabilities.Edits | Capabilities.Threads | Capabilities.Pins | Capabilities.Mentions | Capabilities.History;

    public string Name => Platform;

    public async Task RunAsync(ISeminar seminar, CancellationToken cancellationToken)
    {
        inbox.Open(seminar);
        try
        {
            await desk.RunAsync(cancellationToken);
        }
        finally
        {
            inbox.Close();
        }
    }
}
