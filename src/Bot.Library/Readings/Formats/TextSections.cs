using System.Text.RegularExpressions;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Formats;

/// <summary>Which lines of a plain text are headings.</summary>
internal static partial class TextSections
{
    // Three short lines in a row are a list, a table or verse.
    private const int MaxHeadingsInARow = 2;

    /// <summary>Headings and paragraphs, in order.</summary>
    public static IEnumerable<RawBlock> Of(IReadOnlyList<string> lines)
    {
        var inReferences = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (SectionName.RoleOf(lines[i]) is var role && role != ParagraphRole.Body && i + 1 < lines.Count)
            {
                inReferences = role == ParagraphRole.Reference;
                yield return new RawBlock(lines[i].TrimEnd(':'), IsHeading: true);
            }
            else
            {
                var isHeading = (!inReferences || PlainLine.IsUpperCase(lines[i])) && IsHeading(lines, i);
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
        if (!PlainLine.IsHeadingLike(lines[index]) || Signature.IsMatch(lines[index]))
        {
            return false;
        }

        var (first, last) = (index, index);
        while (first > 0 && index - first < MaxHeadingsInARow && PlainLine.IsHeadingLike(lines[first - 1]))
        {
            first--;
        }

        while (last + 1 < lines.Count && last - index < MaxHeadingsInARow && PlainLine.IsHeadingLike(lines[last + 1]))
        {
            last++;
        }

        return last - first < MaxHeadingsInARow && last + 1 < lines.Count && PlainLine.IsProse(lines[last + 1]);
    }

    [GeneratedRegex(@"^(?:[—–-]\s*)?(?:\p{Lu}\.\s?){1,3}\p{Lu}[\p{L}'’-]+[.,]?$")]
    private static partial Regex Signature { get; }
}
