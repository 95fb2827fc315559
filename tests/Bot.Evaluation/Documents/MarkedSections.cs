using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Bot.Library.Readings;
using Bot.Library.Readings.Formats.Html;

namespace Bot.Evaluation.Documents;

/// <summary>Compares the sections of a reading with those that a page marks up with headings.</summary>
internal static class MarkedSections
{
    private const int ShortestParagraph = 80;

    /// <summary>The share of the text, by characters, that stands under the same heading in both; null if the page marks none.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="html">The page's source.</param>
    public static double? Share(Reading reading, string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        var marked = new Dictionary<string, string?>(StringComparer.Ordinal);
        string? heading = null;
        foreach (var element in document.QuerySelectorAll("h1, h2, h3, h4, h5, h6, p"))
        {
            if (element.LocalName != "p")
            {
                // What stands below the title alone is in no section.
                heading = Key(element) is var key && key.StartsWith(Key(reading.Title), StringComparison.Ordinal) && element.LocalName == "h1" ? null : key;
            }
            else if (element.TextContent.Length >= ShortestParagraph)
            {
                marked[Key(element)] = heading;
            }
        }

        if (marked.Values.Distinct().Count() < 2)
        {
            return null;
        }

        var compared = reading.Paragraphs
            .Select(paragraph => (paragraph.Section, Key: Key(paragraph.Text)))
            .Where(paragraph => marked.ContainsKey(paragraph.Key))
            .ToList();
        var right = compared.Where(paragraph => IsSame(marked[paragraph.Key], paragraph.Section)).Sum(paragraph => paragraph.Key.Length);
        return (double)right / Math.Max(1, compared.Sum(paragraph => paragraph.Key.Length));
    }

    // A heading of two lines is two sections' names in one.
    private static bool IsSame(string? marked, string? section) =>
        (marked ?? "") is var heading && Key(section ?? "") is var ours && (heading == ours || (ours.Length > 0 && (heading.EndsWith(ours, StringComparison.Ordinal) || ours.EndsWith(heading, StringComparison.Ordinal))));

    // The numbers of printed pages and the marks of notes are not words of the reading either.
    private static string Key(IElement element) => Key(string.Join(' ', element.Descendants<IText>().Where(text => !text.Ancestors<IElement>().Any(IsMark)).Select(text => text.Data)));

    private static bool IsMark(IElement element) => HtmlPageNumber.Of(element) is not null || HtmlNotes.MarkOf(element) is not null;

    private static string Key(string text) => string.Concat(PlainWords.Of(text));
}
