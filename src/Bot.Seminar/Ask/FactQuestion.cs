using System.Text.RegularExpressions;
using Bot.Library.Readings;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Ask;

/// <summary>A fact about a text that its file gives.</summary>
internal enum Fact
{
    /// <summary>The author.</summary>
    Author,

    /// <summary>When it was published.</summary>
    Date,

    /// <summary>The place of publication.</summary>
    Source,
}

/// <summary>A question that is answered by the file's metadata and not by its sentences: “Who wrote On Liberty?”, “When was it published?”.</summary>
/// <param name="Fact">The fact that is asked for.</param>
/// <param name="Readings">The readings that it is about; at least one.</param>
internal sealed partial record FactQuestion(Fact Fact, IReadOnlyList<Reading> Readings)
{
    /// <summary>Reads a question; null if it is of another kind, or about a text that is not here (“Who wrote the constitution?”).</summary>
    /// <param name="question">The question, after the earlier question that explains “it”.</param>
    /// <param name="readings">The readings that can be meant.</param>
    public static FactQuestion? Of(string question, IReadOnlyList<Reading> readings)
    {
        var start = SentenceStart.Matches(question) is [.., var last] ? last.Index + last.Length : 0;
        var asked = question[start..];
        var fact = AuthorForm.Match(asked) is { Success: true } author ? (Fact.Author, author.Groups["text"].Value)
            : DateForm.Match(asked) is { Success: true } date ? (Fact.Date, date.Groups["text"].Value)
            : SourceForm.Match(asked) is { Success: true } source ? (Fact.Source, source.Groups["text"].Value)
            : ((Fact, string)?)null;
        return fact is var (kind, text) && TextsOf(text.Trim(), question[..start], readings) is { Count: > 0 } texts ? new FactQuestion(kind, texts) : null;
    }

    private static IReadOnlyList<Reading> TextsOf(string text, string before, IReadOnlyList<Reading> readings)
    {
        if (AnyText.IsMatch(text))
        {
            return ReadingMentions.Find(before, readings) is [.., var mention] ? mention.Readings : readings;
        }

        var name = Article.Replace(text, "");
        return ReadingMentions.Find(text, readings) is [{ IsAuthor: false } named] && named.End - named.Start >= name.Length
            ? named.Readings
            : [.. readings.Where(reading => reading.Id.Value.Equals(name, StringComparison.OrdinalIgnoreCase))];
    }

    [GeneratedRegex(@"[.?!]\s+(?=\p{Lu})")]
    private static partial Regex SentenceStart { get; }

    [GeneratedRegex(@"^the\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Article { get; }

    [GeneratedRegex(
        @"^(?:|(?:this|it|that|these|those|them|they)|(?:this|that|the|these|those|our|all(?:\s+the)?)\s+(?:text|article|essay|reading|paper|book|chapter|document|piece|law|file|dialogue|play|poem)s?(?:\s+here)?)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex AnyText { get; }

    [GeneratedRegex(
        @"^\s*(?:who\s+(?:wrote|has\s+written|authored)\s+(?<text>[^?]+?)|who(?:\s+(?:is|are|was|were)|[’']s)\s+(?:the\s+)?(?:authors?|writers?)(?:\s+of\s+(?<text>[^?]+?))?|who(?:\s+(?:is|are|was)|[’']s)\s+(?<text>[^?]+?)\s+(?:written\s+)?by|by\s+whom\s+(?:is|was|are|were)\s+(?<text>[^?]+?)(?:\s+written)?)\s*\?*\s*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex AuthorForm { get; }

    [GeneratedRegex(
        @"^\s*(?:(?:when|(?:in\s+)?(?:what|which)\s+year)\s+(?:was|is|were|are)\s+(?<text>[^?]+?)\s+(?:first\s+)?(?:published|written|issued|released|dated)|when\s+did\s+(?<text>[^?]+?)\s+(?:appear|come\s+out)|(?:what\s+is|what[’']s)\s+the\s+(?:publication\s+)?date\s+of\s+(?<text>[^?]+?)|how\s+old\s+(?:is|are)\s+(?<text>[^?]+?))\s*\?*\s*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex DateForm { get; }

    [GeneratedRegex(
        @"^\s*where\s+(?:(?:was|is|were|are)\s+(?<text>[^?]+?)\s+(?:first\s+)?(?:published|from)|(?:does|do)\s+(?<text>[^?]+?)\s+come\s+from)\s*\?*\s*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex SourceForm { get; }
}
