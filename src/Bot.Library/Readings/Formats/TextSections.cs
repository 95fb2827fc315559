using System.Text.RegularExpressions;
using Bot.Library.Readings.Raw;
using Bot.Library.Readings.Structure;

namespace Bot.Library.Readings.Formats;

/// <summary>Which lines of a plain text are headings.</summary>
internal static partial class TextSections
{
    // Three short lines in a row are a list, a table or verse.
    private const int MaxHeadingsInARow = 2;

    /// <summary>Headings and paragraphs, in order.</summary>
    /// <param name="lines">The paragraphs and headings.</param>
    /// <param name="cast">Who speaks: a speech is no heading, however short.</param>
    public static IEnumerable<RawBlock> Of(IReadOnlyList<string> lines, Cast cast)
    {
        var inReferences = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (Transcription.CaptionOf(lines[i]) is { } caption)
            {
                yield return new RawBlock(caption) { Kind = ParagraphKind.Caption };
            }
            else if (Transcription.NoteAt(lines, i) is { Count: > 0 } note)
            {
                i += note.Count - 1;
                foreach (var text in note)
                {
                    yield return new RawBlock(text) { Kind = ParagraphKind.Note };
                }
            }
            else if (SectionName.RoleOf(lines[i]) is var role && role != ParagraphRole.Body && i + 1 < lines.Count)
            {
                inReferences = role == ParagraphRole.Reference;
                yield return new RawBlock(lines[i], IsHeading: true);
            }
            else
            {
                var isHeading = (!inReferences || PlainLine.IsUpperCase(lines[i])) && cast.PartOf(lines[i]) is null && IsHeading(lines, i);
                inReferences &= !isHeading;
                yield return new RawBlock(lines[i], isHeading)
                {
                    Kind = lines[i].Contains(TextMarks.LineBreak, StringComparison.Ordinal) ? ParagraphKind.Verse : ParagraphKind.Prose,
                };
            }
        }
    }

    private static bool IsHeading(IReadOnlyList<string> lines, int index)
    {
        if (lines[index].Contains(TextMarks.LineBreak, StringComparison.Ordinal) || !PlainLine.IsHeadingLike(lines[index]) || Signature.IsMatch(lines[index]) || Address.IsMatch(lines[index]))
        {
            return false;
        }

        var (first, last) = (index, index);
        while (first > 0 && index - first < MaxHeadingsInARow && MayHead(lines[first - 1]))
        {
            first--;
        }

        while (last + 1 < lines.Count && last - index < MaxHeadingsInARow && MayHead(lines[last + 1]))
        {
            last++;
        }

        return last - first < MaxHeadingsInARow && last + 1 < lines.Count && PlainLine.IsProse(lines[last + 1]);
    }

    private static bool MayHead(string line) => PlainLine.IsHeadingLike(line) || Numeral.IsMatch(line);

    [GeneratedRegex(@"^[IVXLC]{1,7}\.$")]
    private static partial Regex Numeral { get; }

    // "51 High Street, Second Floor, Harrow", "Hauptstraße 5, 10115 Berlin", "Boston, MA 02110".
    [GeneratedRegex(@"^[0-9]{1,5}[a-z]?\s\p{Lu}[^,]*,[^,]*,|,\s(?:[A-Z]{1,2}-)?[0-9]{5}\s\p{Lu}|,\s[A-Z]{2}\s[0-9]{5}\b")]
    private static partial Regex Address { get; }

    [GeneratedRegex(@"^(?:[—–-]\s*)?(?:\p{Lu}\.\s?){1,3}\p{Lu}[\p{L}'’-]+[.,]?$")]
    private static partial Regex Signature { get; }
}
