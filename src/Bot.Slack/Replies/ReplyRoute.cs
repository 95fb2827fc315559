using Bot.Chat;
using Bot.Slack.Workspaces;

namespace Bot.Slack.Replies;

/// <summary>The way back to whoever asked.</summary>
/// <param name="Workspace">Where they are.</param>
/// <param name="Channel">The channel; the member's own id for a direct message to them.</param>
/// <param name="User">Who asked.</param>
internal sealed record ReplyRoute(Workspace Workspace, string Channel, string User)
{
    /// <summary>The timestamp of the thread's first message; null outside threads.</summary>
    public string? Thread { get; init; }

    /// <summary>The address that takes answers to this request; null where it has none.</summary>
    public ResponseUrl? ResponseUrl { get; init; }

    /// <summary>Takes the first message with the acknowledgement; null where the acknowledgement carries none.</summary>
    public InlineReply? Inline { get; init; }

    /// <summary>Whether the message whose button was pressed goes away once the reply is there.</summary>
    public bool ReplacesOriginal { get; init; }

    /// <summary>Whether nobody but the member is in the channel.</summary>
    public bool IsDirect => Channel.StartsWith('D') || Channel == User;

    /// <summary>The same as everybody names it.</summary>
    public ChannelAddress Address => new(SlackAdapter.Platform, Workspace.Team, Channel, Thread);
}
