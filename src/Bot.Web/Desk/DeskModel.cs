using Bot.Chat;
using Bot.Library;
using Bot.Web.Channels;
using Bot.Web.Pages;

namespace Bot.Web.Desk;

/// <summary>The desk of a teacher, for one channel.</summary>
/// <param name="Frame">The frame around it.</param>
/// <param name="Channel">The channel's name.</param>
/// <param name="Shelf">What is served and what is not.</param>
/// <param name="Debates">The channel's schedules, its queue, and what waits to be decided.</param>
/// <param name="States">How the parts of the program fare, each in a sentence.</param>
public sealed record DeskModel(
    PageFrame Frame, string Channel, ShelfSnapshot Shelf, ChatReply Debates, IReadOnlyList<string> States)
{
    /// <summary>The time zone of the machine, which is most often that of the class.</summary>
    public string TimeZone { get; init; } = "Etc/UTC";

    /// <summary>The channel as the parts of a reply need it: no message is in it.</summary>
    public ChatModel AsChat => new(Frame, Channel, new LogView([], HasEarlier: false, 0), Shelf.Readings);
}
