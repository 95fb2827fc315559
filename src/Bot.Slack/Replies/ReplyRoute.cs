using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Delivery;
using Bot.Slack.WebApi;

namespace Bot.Slack.Replies;

/// <summary>The way back to the member who asked.</summary>
/// <param name="Workspace">Where they are.</param>
/// <param name="Channel">The channel; the member's own id for a direct message to them.</param>
/// <param name="User">Who asked.</param>
internal sealed record ReplyRoute(Workspace Workspace, string Channel, string User)
{
    /// <summary>The timestamp of the thread's first message; null outside threads.</summary>
    public string? Thread { get; init; }

    /// <summary>
    /// Whether nobody has written in the thread yet. A private message would not be seen there
    /// (https://docs.slack.dev/reference/methods/chat.postEphemeral), so it is in the channel.
    /// </summary>
    public bool OpensThread { get; init; }

    /// <summary>Whether what was asked cannot be read where the reply appears.</summary>
    public bool HidesWords { get; init; }

    /// <summary>The address that takes answers to this request; null where it has none.</summary>
    public ResponseUrl? ResponseUrl { get; init; }

    /// <summary>Takes the first message with the acknowledgement; null where the acknowledgement carries none.</summary>
    public FirstResponse<JsonObject>? Inline { get; init; }

    /// <summary>Whether the message whose button was pressed goes away once the reply is there.</summary>
    public bool ReplacesOriginal { get; init; }

    /// <summary>The name of the member who shares a private reply, empty where it is not known; null where the reply is not shared.</summary>
    public string? SharedBy { get; init; }

    /// <summary>What a conversation with an agent shall be called, which begins with this request; null where none does.</summary>
    public string? Begins { get; init; }

    /// <summary>Whether the thread is a conversation with an agent, in which Slack shows what the agent does.</summary>
    public bool IsConversation { get; init; }

    /// <summary>Who asked, told from the members of all other workspaces.</summary>
    public string Member => $"{Workspace.Team} {User}";

    /// <summary>Whether only the member is in the channel.</summary>
    public bool IsDirect => Channel.StartsWith('D') || Channel == User;

    /// <summary>The thread that a message goes to; null for the channel itself.</summary>
    public string? ThreadFor(ReplyVisibility visibility) => OpensThread && visibility == ReplyVisibility.Private && !IsDirect ? null : Thread;

    /// <summary>The same place as an address.</summary>
    public ChannelAddress Address => new(SlackPlatform.Name, Workspace.Team, Channel, Thread);
}
