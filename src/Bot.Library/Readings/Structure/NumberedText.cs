using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Structure;

/// <summary>A text whose paragraphs are numbered from its beginning to its end, as in a judgment or a licence.</summary>
/// <param name="First">The first number: 1, or 0 as in some licences.</param>
/// <param name="Word">What the text calls them, if it refers to them: <c>Section</c>, as in “under Section 2 above”.</param>
internal sealed partial record NumberedText(int First, string? Word)
{
    private const int MinNumbered = 8;
    private const int MinWords = 5;
    private const int MinReferences = 2;

    /// <summary>The numbers begin in the first part of the text and continue through most of it; those of a list do not.</summary>
    private const double MaxFirst = 0.4;
    private const double MinLast = 0.5;

    /// <summary>Of so many numbers one may be a 1 again, in a quotation; lists begin again more often.</summary>
    private const int NumbersPerRestart = 5;

    /// <summary>Finds the numbering of a text; null if it has none.</summary>
    public static NumberedText? Find(IReadOnlyList<RawBlock> blocks)
    {
        var texts = blocks.Where(block => block.IsHeading || block.Kind is ParagraphKind.Prose or ParagraphKind.ListItem).ToList();
        var numbered = new List<(int Index, int Number, string Text)>();
        var (restarts, isBelowHeading, paragraphs) = (0, false, 0);
        foreach (var block in texts)
        {
            if (block.IsHeading)
            {
                isBelowHeading = true;
                continue;
            }

            var text = TextMarks.RemoveMarks(block.Text);
            var number = ReadNumber(text);
            if (number is { } next && (numbered.Count == 0 ? next is 0 or 1 : next == numbered[^1].Number + 1))
            {
                numbered.Add((paragraphs, next, text));
                isBelowHeading = false;
            }
            else if (number == 1 && !isBelowHeading)
            {
                restarts++;
            }

            paragraphs++;
        }

        var prose = numbered.Count(paragraph => PlainLine.EndsSentence(paragraph.Text) && PlainLine.CountWords(paragraph.Text) >= MinWords);
        return numbered.Count >= MinNumbered && prose * 2 >= numbered.Count && restarts * NumbersPerRestart <= numbered.Count
            && numbered[0].Index <= MaxFirst * paragraphs && numbered[^1].Index >= MinLast * paragraphs
            ? new NumberedText(numbered[0].Number, FindWord(texts, numbered[^1].Number))
            : null;
    }

    /// <summary>The number that a paragraph begins with; null if it begins with none.</summary>
    public static int? ReadNumber(string text) =>
        Numbered.Match(text) is { Success: true } match ? int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) : null;

    /// <summary>A judgment may quote a contract that refers to its clauses, but refers to its own paragraphs too.</summary>
    private static string? FindWord(List<RawBlock> texts, int last)
    {
        var references = texts
            .SelectMany(block => Reference.Matches(TextMarks.RemoveMarks(block.Text)))
            .Where(match => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) <= last)
            .CountBy(match => match.Groups["word"].Success ? ProvisionNames.Name(match.Groups["word"].Value) : "")
            .ToList();
        return references.Count > 0 && references.MaxBy(word => word.Value) is { Key.Length: > 0, Value: >= MinReferences } most ? most.Key : null;
    }

    // The Court of Justice writes "38 In that regard, …".
    [GeneratedRegex(@"^(?:\[(?<number>[0-9]{1,4})\]|(?<number>[0-9]{1,4})\.)\s|^(?<number>[0-9]{1,4})\s+(?=[\p{Lu}“‘""«(])")]
    private static partial Regex Numbered { get; }

    [GeneratedRegex(@"\b(?:(?<word>section|clause|rule)|paragraph|para\.?)s?\s+(?<number>[0-9]{1,4})(?:\s+(?:and|or|to)\s+[0-9]{1,4})?\s+(?:above|below|hereof)\b|\[(?<number>[0-9]{1,4})\]\s+(?:above|below)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reference { get; }
}
