using System.Globalization;
using Bot.Library.Readings;
using Bot.Seminar.Coverage;
using Bot.Web.Pages;

namespace Bot.Web.Room;

/// <summary>A reading, or a part of a long one, as somebody reads it.</summary>
/// <param name="Frame">The frame around it.</param>
/// <param name="Reading">The reading.</param>
/// <param name="Parts">Its parts, of which a page shows one.</param>
/// <param name="Part">The index of the part that is shown.</param>
/// <param name="Quote">The quote that the address leads to.</param>
/// <param name="Search">What is looked for.</param>
/// <param name="Earlier">For paragraphs that were elsewhere before the file last changed: their numbers then, by those of now.</param>
public sealed record RoomModel(
    PageFrame Frame,
    Reading Reading,
    IReadOnlyList<IReadOnlyList<Paragraph>> Parts,
    int Part,
    QuoteTrace Quote,
    RoomSearch Search,
    IReadOnlyDictionary<int, int> Earlier)
{
    /// <summary>How often paragraphs were asked about, quoted, opened and debated; those alone that were.</summary>
    public IReadOnlyDictionary<int, ParagraphTouches> Touches { get; init; } = new Dictionary<int, ParagraphTouches>();

    /// <summary>The paragraphs that are shown.</summary>
    public IReadOnlyList<Paragraph> Shown => Parts.Count > 0 ? Parts[Part] : [];

    /// <summary>The address of a paragraph, on this page where it is here.</summary>
    public string AddressOf(int paragraph)
    {
        var isHere = Shown.Count > 0 && paragraph >= Shown[0].Number && paragraph <= Shown[^1].Number;
        var query = Search.Words.Length > 0 ? $"&q={Uri.EscapeDataString(Search.Words)}" : "";
        return isHere
            ? string.Create(CultureInfo.InvariantCulture, $"#p{paragraph}")
            : string.Create(CultureInfo.InvariantCulture, $"{PageAddresses.Reading(Reading.Id.Value)}?p={paragraph}{query}#p{paragraph}");
    }
}

/// <summary>The list of readings.</summary>
/// <param name="Frame">The frame around it.</param>
/// <param name="Readings">In the order of their names.</param>
public sealed record ShelfModel(PageFrame Frame, IReadOnlyList<Reading> Readings);
