using System.Globalization;
using Bot.Library.Readings;
using Bot.Seminar.Coverage;
using Bot.Web.Pages;

namespace Bot.Web.Room;

/// <summary>The model of a reading's page, which shows one part of a long reading.</summary>
/// <param name="Frame">The frame around it.</param>
/// <param name="Reading">The reading.</param>
/// <param name="Parts">Its parts.</param>
/// <param name="Part">The index of the shown part.</param>
/// <param name="Quote">The quote in the address.</param>
/// <param name="Search">The search.</param>
/// <param name="Earlier">The old numbers of paragraphs that moved when the file last changed, by their current numbers.</param>
public sealed record RoomModel(
    PageFrame Frame,
    Reading Reading,
    IReadOnlyList<IReadOnlyList<Paragraph>> Parts,
    int Part,
    QuoteTrace Quote,
    RoomSearch Search,
    IReadOnlyDictionary<int, int> Earlier)
{
    /// <summary>How often paragraphs were asked about, quoted, opened and debated; only paragraphs with a count.</summary>
    public IReadOnlyDictionary<int, ParagraphTouches> Touches { get; init; } = new Dictionary<int, ParagraphTouches>();

    /// <summary>The shown paragraphs.</summary>
    public IReadOnlyList<Paragraph> Shown => Parts.Count > 0 ? Parts[Part] : [];

    /// <summary>The address of a paragraph, relative if it is on this page.</summary>
    public string AddressOf(int paragraph)
    {
        var isHere = Shown.Count > 0 && paragraph >= Shown[0].Number && paragraph <= Shown[^1].Number;
        var query = Search.Words.Length > 0 ? $"&q={Uri.EscapeDataString(Search.Words)}" : "";
        return isHere
            ? string.Create(CultureInfo.InvariantCulture, $"#p{paragraph}")
            : string.Create(CultureInfo.InvariantCulture, $"{PageAddresses.Reading(Reading.Id.Value)}?p={paragraph}{query}#p{paragraph}");
    }
}

/// <summary>The model of the list of readings.</summary>
/// <param name="Frame">The frame around it.</param>
/// <param name="Readings">The readings, in the order of their names.</param>
public sealed record ShelfModel(PageFrame Frame, IReadOnlyList<Reading> Readings);
