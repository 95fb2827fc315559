using Bot.Chat.Delivery;
using Bot.Web.Members;

namespace Bot.Web.Desk;

/// <summary>Keeps the result of the last form for the next page of the desk, for each teacher and channel.</summary>
internal sealed class DeskNotes(TimeProvider time)
{
    private const int MaxItems = 1_000;
    private static readonly TimeSpan RetentionPeriod = TimeSpan.FromMinutes(10);

    private readonly BoundedCache<(string Member, ChannelAddress Channel), ChatReply> notes = new(MaxItems, time);
    private readonly RecentEvents sent = new(time, RetentionPeriod);

    /// <summary>Whether a form submission is new; submitting the same form again does nothing.</summary>
    public bool IsNew(Member member, string once) => once.Length == 0 || sent.TryAdd($"{member.Id} {once}");

    /// <summary>Stores a message for the next page.</summary>
    public void Leave(Member member, DeskChannel channel, ChatReply said) => notes.Set((member.Id, channel.Address), said, RetentionPeriod);

    /// <summary>Returns and removes the message; null if there is none.</summary>
    public ChatReply? Take(Member member, DeskChannel channel)
    {
        var isThere = notes.TryGet((member.Id, channel.Address), out var said);
        notes.Remove((member.Id, channel.Address));
        return isThere ? said : null;
    }
}
