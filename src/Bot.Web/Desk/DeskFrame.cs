using Bot.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Bot.Web.Desk;

/// <summary>The shared data of every page of the desk.</summary>
/// <param name="Frame">The frame around it.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Said">The result of the last form; null if there is none.</param>
public sealed record DeskFrame(PageFrame Frame, DeskChannel Channel, ChatReply? Said)
{
    /// <summary>The pages of the desk: the last part of the address, and the title.</summary>
    public static IReadOnlyList<(string Address, string Name)> Pages =>
    [
        ("", DeskTexts.Overview), ("debates", DeskTexts.Debates), (CountersDesk.Page, DeskTexts.Counterarguments), (ReadingsDesk.Page, DeskTexts.Readings),
        ("votes", DeskTexts.Votes), ("answers", DeskTexts.Answers), (SettingsDesk.Page, DeskTexts.Settings),
    ];

    /// <summary>The address of such a page for this channel.</summary>
    public string AddressOf(string page) => PageAddresses.Desk(Channel.Code, page);
}

/// <summary>Builds the frames of the desk's pages.</summary>
internal sealed class DeskFrames(PageFrames frames, DeskNotes notes)
{
    private static readonly object ChannelKey = new();

    /// <summary>Stores the channel of a request in the request's context.</summary>
    public static void Remember(HttpContext context, DeskChannel channel) => context.Items[ChannelKey] = channel;

    /// <summary>The channel of a request that passed the gate.</summary>
    public static DeskChannel ChannelOf(HttpContext context) => context.Items[ChannelKey] as DeskChannel
        ?? throw new InvalidOperationException("The request did not come through the gate of the desk.");

    /// <summary>The frame of a page.</summary>
    public DeskFrame Of(HttpContext context)
    {
        var channel = ChannelOf(context);
        return new(frames.Of(context), channel, notes.Take(PageFrames.MemberOf(context), channel));
    }
}
