using System.Text.RegularExpressions;

namespace Bot.Library.Readings;

/// <summary>
/// The words that introduce a list, such as “Prohibited:”. Each item is a paragraph of its own, and alone it can mean the opposite of what the list says.
/// </summary>
public static partial class ListLead
{
    // Items of a longer list are read as if they had no lead, which is better than a lead from another list.
    private const int MaxItems = 60;

    /// <summary>The sentence that introduces an item's list, verbatim, with its colon. Null for other paragraphs, and for a list without one.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="item">A paragraph of it.</param>
    public static string? Of(Reading reading, Paragraph item)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(item);
        if (!IsItem(item))
        {
            return null;
        }

        // Items have no level, but those of an inner list often differ from the others in whether they are numbered. If the next one of another kind is no
        // lead, the list could be inside it or around it, and only what introduces the whole list is sure.
        var isInner = true;
        for (var number = item.Number - 1; number >= Math.Max(1, item.Number - MaxItems); number--)
        {
            var before = reading.Paragraphs[number - 1];
            if (before.Section != item.Section)
            {
                return null;
            }

            var isOther = !IsItem(before) || (isInner && IsNumbered(before) != IsNumbered(item));
            if (isOther && EndsWithColon(before))
            {
                return before.Quote(before.Sentences.Count, before.Sentences.Count);
            }

            if (!IsItem(before))
            {
                return null;
            }

            isInner &= !isOther;
        }

        return null;
    }

    /// <summary>Whether a sentence only introduces the list below it.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="paragraph">A paragraph of it.</param>
    /// <param name="sentence">The number of a sentence of it, from 1.</param>
    public static bool IsLead(Reading reading, Paragraph paragraph, int sentence)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(paragraph);
        return sentence == paragraph.Sentences.Count
            && EndsWithColon(paragraph)
            && reading.Find(paragraph.Number + 1) is { } next
            && IsItem(next)
            && next.Section == paragraph.Section;
    }

    /// <summary>The items of the list that a paragraph introduces with its last sentence, in order; none if it introduces no list.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="paragraph">A paragraph of it.</param>
    public static IEnumerable<Paragraph> ItemsBelow(Reading reading, Paragraph paragraph)
    {
        ArgumentNullException.ThrowIfNull(paragraph);
        return IsLead(reading, paragraph, paragraph.Sentences.Count)
            ? reading.Paragraphs.Skip(paragraph.Number).TakeWhile(item => item.Section == paragraph.Section && IsItem(item))
            : [];
    }

    // In a PDF or a plain text, an item is known by its number or sign.
    private static bool IsItem(Paragraph paragraph) =>
        paragraph.Kind == ParagraphKind.ListItem || (paragraph.Kind == ParagraphKind.Prose && Marker.IsMatch(paragraph.Text));

    private static bool IsNumbered(Paragraph item) => char.IsAsciiDigit(item.Text[0]);

    private static bool EndsWithColon(Paragraph paragraph) => paragraph.Text.EndsWith(':');

    // "1.", "(a)", "iv)", "•"
    [GeneratedRegex(@"^(?:\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.)]|[•▪◦*–-])\s")]
    private static partial Regex Marker { get; }
}
