namespace Bot.Chat.Delivery;

/// <summary>Decides which private replies a member can share with the channel.</summary>
public static class Sharing
{
    /// <summary>
    /// Whether a reply can be shared: it is private, and its command is not personal and changes nothing.
    /// </summary>
    /// <param name="info">The command that it answers; null if there is none.</param>
    /// <param name="reply">The reply.</param>
    public static bool IsFor(CommandInfo? info, ChatReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var concernsOneMember = info is { IsPersonal: true } or { IsHidden: true };
        var changesSomething = info is { ForTeachers: true } or { ChangesSomething: true };
        return reply.Visibility == ReplyVisibility.Private && reply.Status != ReplyStatus.Error && !concernsOneMember && !changesSomething;
    }
}
