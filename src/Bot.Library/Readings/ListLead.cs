namespace Bot.Library.Readings;

/// <summary>
/// The words that introduce a list, such as “Prohibited:”. Each item is a paragraph of its own, and alone it can mean the opposite of what the list says.
/// </summary>
public static class ListLead
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
        if (item.Kind != ParagraphKind.ListItem)
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

            var isOther = before.Kind != ParagraphKind.ListItem || (isInner && IsNumbered(before) != IsNumbered(item));
            if (isOther && EndsWithColon(before))
            {
                return before.Quote(before.Sentences.Count, before.Sentences.Count);
            }

            if (before.Kind != ParagraphKind.ListItem)
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
            && reading.Find(paragraph.Number + 1) is { Kind: ParagraphKind.ListItem } next
            && next.Section == paragraph.Section;
    }

    private static bool IsNumbered(Paragraph item) => char.IsAsciiDigit(item.Text[0]);

    private static bool EndsWithColon(Paragraph paragraph) => paragraph.Text.EndsWith(':');
}
