using System.Text.Json.Nodes;
using Bot.Chat.Delivery;

namespace Bot.Slack.Replies;

/// <summary>The route of a reply to the member who asked.</summary>
/// <param name="Workspace">The member's workspace.</param>
/// <param name="Channel">The channel; the member's own id for a direct message to them.</param>
/// <param name="User">The member who asked.</param>
internal sealed record ReplyRoute(Workspace Workspace, string Channel, string User)
{
    /// <summary>The timestamp of the thread's first message; null outside threads.</summary>
    public string? Thread { get; init; }

    /// <summary>
    /// Whether nobody has written in the thread yet. A private message would not be visible there
    /// (https://docs.slack.dev/reference/methods/chat.postEphemeral), so it is sent to the channel.
    /// </summary>
    public bool OpensThread { get; init; }

    /// <summary>Whether the question is not visible where the reply appears.</summary>
    public bool HidesWords { get; init; }

    /// <summary>The response URL of the request; null if it has none.</summary>
    public ResponseUrl? ResponseUrl { get; init; }

    /// <summary>Sends the first message in the acknowledgement; null if the acknowledgement cannot have one.</summary>
    public FirstResponse<JsonObject>? Inline { get; init; }

    /// <summary>Whether the reply replaces the message whose button was pressed.</summary>
    public bool ReplacesOriginal { get; init; }

    /// <summary>The name of the member who shares a private reply, empty if unknown; null if the reply is not shared.</summary>
    public string? SharedBy { get; init; }

    /// <summary>The title of the agent conversation that starts with this request; null if none starts.</summary>
    public string? Begins { get; init; }

    /// <summary>Whether the thread is an agent conversation, where Slack shows the agent's status.</summary>
    public bool IsConversation { get; init; }

    /// <summary>The member who asked, unique across workspaces.</summary>
    public string Member => $"{Workspace.Team} {User}";

    /// <summary>Whether only the member is in the channel.</summary>
    public bool IsDirect => Channel.StartsWith('D') || Channel == User;

    /// <summary>The thread for a message; null for the channel itself.</summary>
    public string? FindThread(ReplyVisibility visibility) => OpensThread && visibility == ReplyVisibility.Private && !IsDirect ? null : Thread;

    /// <summary>The address of the channel or thread.</summary>
    public ChannelAddress Address => new(SlackPlatform.Name, Workspace.Team, Channel, Thread);
}
