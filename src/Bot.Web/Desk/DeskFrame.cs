using Bot.Chat;
using Bot.Web.Channels;
using Bot.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Bot.Web.Desk;

/// <summary>What every page of the desk needs besides its content.</summary>
/// <param name="Frame">The frame around it.</param>
/// <param name="Channel">The channel's name.</param>
/// <param name="Said">What came of the form that was sent last; null where none was.</param>
public sealed record DeskFrame(PageFrame Frame, string Channel, ChatReply? Said)
{
    /// <summary>The pages of the desk: the last part of the address, and the name.</summary>
    public static IReadOnlyList<(string Address, string Name)> Pages { get; } =
    [
        ("", "Overview"), ("debates", "Debates"), (CountersDesk.Page, "Counterarguments"), (ReadingsDesk.Page, "Readings"), ("votes", "Votes"),
        ("answers", "Answers"),
    ];

    /// <summary>The address of one of them for this channel.</summary>
    public string AddressOf(string page) => PageAddresses.Desk(Channel, page);
}

/// <summary>Makes the frames of the desk's pages.</summary>
internal sealed class DeskFrames(PageFrames frames, DeskNotes notes)
{
    public DeskFrame Of(HttpContext context, string channel) =>
        new(frames.Of(context), channel, notes.Take(PageFrames.MemberOf(context), channel));

    /// <summary>The channel as commands know it.</summary>
    public static ChannelAddress Address(string channel) => new(WebAdapter.Platform, "", channel);
}
