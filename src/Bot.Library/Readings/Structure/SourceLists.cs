using System.Text.RegularExpressions;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Structure;

/// <summary>
/// Recognises lists of sources without a heading by the form of their entries: <c>Brook, A. (2019). On dams. …</c>. One such line may be
/// anything; three in a row are a list.
/// </summary>
internal static partial class SourceLists
{
    private const int MinEntries = 3;
    private const int MaxEntryLength = 500;

    /// <summary>The blocks with the entries marked as such.</summary>
    public static IReadOnlyList<RawBlock> Mark(IReadOnlyList<RawBlock> blocks)
    {
        var marked = blocks.ToArray();
        for (var i = 0; i < marked.Length;)
        {
            var end = i;
            while (end < marked.Length && IsEntry(marked[end]))
            {
                end++;
            }

            for (var entry = i; end - i >= MinEntries && entry < end; entry++)
            {
                marked[entry] = marked[entry] with { Kind = ParagraphKind.Reference };
            }

            i = end + 1;
        }

        return marked;
    }

    private static bool IsEntry(RawBlock block) =>
        !block.IsHeading && block.Kind is ParagraphKind.Prose or ParagraphKind.ListItem && block.Text.Length <= MaxEntryLength && Entry.IsMatch(TextMarks.RemoveMarks(block.Text));

    [GeneratedRegex(
        @"^(?:\[[0-9]{1,3}\]\s*|[0-9]{1,3}\.\s+)?\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?,\s(?:\p{Lu}\.\P{N}{0,300}\b(?:1[5-9]|20)[0-9]{2}[a-z]?\b|\p{Lu}\p{Ll}+\P{N}{0,300}\((?:1[5-9]|20)[0-9]{2}[a-z]?\))")]
    private static partial Regex Entry { get; }
}
