using Bot.Chat;
using Bot.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Bot.Web.Desk;

/// <summary>What every page of the desk needs besides its content.</summary>
/// <param name="Frame">The frame around it.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Said">What came of the form that was sent last; null where none was.</param>
public sealed record DeskFrame(PageFrame Frame, DeskChannel Channel, ChatReply? Said)
{
    /// <summary>The pages of the desk: the last part of the address, and the name.</summary>
    public static IReadOnlyList<(string Address, string Name)> Pages =>
    [
        ("", DeskTexts.Overview), ("debates", DeskTexts.Debates), (CountersDesk.Page, DeskTexts.Counterarguments), (ReadingsDesk.Page, DeskTexts.Readings),
        ("votes", DeskTexts.Votes), ("answers", DeskTexts.Answers), (SettingsDesk.Page, DeskTexts.Settings),
    ];

    /// <summary>The address of one of them for this channel.</summary>
    public string AddressOf(string page) => PageAddresses.Desk(Channel.Code, page);
}

/// <summary>Makes the frames of the desk's pages.</summary>
internal sealed class DeskFrames(PageFrames frames, DeskNotes notes)
{
    private static readonly object ChannelKey = new();

    /// <summary>Notes the channel that a request is about, for what is done later for it.</summary>
    public static void Remember(HttpContext context, DeskChannel channel) => context.Items[ChannelKey] = channel;

    /// <summary>The channel that a request which came through the gate is about.</summary>
    public static DeskChannel ChannelOf(HttpContext context) => context.Items[ChannelKey] as DeskChannel
        ?? throw new InvalidOperationException("The request did not come through the gate of the desk.");

    /// <summary>The frame of a page.</summary>
    public DeskFrame Of(HttpContext context)
    {
        var channel = ChannelOf(context);
        return new(frames.Of(context), channel, notes.Take(PageFrames.MemberOf(context), channel));
    }
}
