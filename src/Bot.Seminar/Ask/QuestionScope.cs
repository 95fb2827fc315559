using System.Text.RegularExpressions;
using Bot.Library.Readings;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Ask;

/// <summary>The readings that a question is about: “What does Madison say about factions?”, “according to the AI Act”.</summary>
/// <param name="Readings">The readings to search.</param>
/// <param name="Question">The question, with “the author” or “the text” instead of the names.</param>
/// <param name="IsNamed">Whether the question names them.</param>
internal sealed partial record QuestionScope(IReadOnlyList<Reading> Readings, string Question, bool IsNamed)
{
    /// <summary>The readings of each name, if the question asks about several: “Do Mill and Thoreau agree?”</summary>
    public IReadOnlyList<IReadOnlyList<Reading>> Compared { get; private init; } = [];

    /// <summary>Reads the scope of a question. A name that is only a topic (“Who opposed Madison?”) does not limit it.</summary>
    /// <param name="question">The question.</param>
    /// <param name="readings">The readings that can be meant.</param>
    public static QuestionScope Of(string question, IReadOnlyList<Reading> readings)
    {
        var asked = Join(question, ReadingMentions.Find(question, readings)).Where(joined => IsAsked(question, joined)).ToList();
        var named = asked.SelectMany(joined => joined).ToList();
        return named.Count == 0
            ? new QuestionScope(readings, question, IsNamed: false)
            : new QuestionScope(
                [.. readings.Where(reading => named.Exists(mention => mention.Readings.Contains(reading)))], RemoveMentions(question, asked), IsNamed: true)
            {
                Compared = named.Count > 1 ? named.ConvertAll(mention => mention.Readings) : [],
            };
    }

    private static List<List<Mention>> Join(string question, IReadOnlyList<Mention> mentions)
    {
        var all = new List<List<Mention>>();
        foreach (var mention in mentions)
        {
            if (all is [.., var joined] && Joint.IsMatch(question[joined[^1].End..mention.Start]))
            {
                joined.Add(mention);
            }
            else
            {
                all.Add([mention]);
            }
        }

        return all;
    }

    private static bool IsAsked(string question, List<Mention> joined)
    {
        var before = Article.Replace(question[..joined[0].Start], "");
        var after = question.AsSpan(joined[^1].End);
        return before.Length == 0 && after.StartsWith(" ") && after.Length > 1 && char.IsLower(after[1])
            || after.StartsWith("'s ") || after.StartsWith("’s ") || after.StartsWith("' ") || after.StartsWith("’ ")
            || (Auxiliary.IsMatch(before) && after.StartsWith(" "))
            || Source.IsMatch(before)
            || (!joined[0].IsAuthor && Within.IsMatch(before));
    }

    // A text rarely contains the name of its own author, so the name would make the search worse.
    private static string RemoveMentions(string question, List<List<Mention>> asked)
    {
        foreach (var joined in asked.AsEnumerable().Reverse())
        {
            var start = Article.Match(question[..joined[0].Start]) is { Success: true } article ? article.Index : joined[0].Start;
            var plural = joined.Count > 1 ? "s" : "";
            question = $"{question[..start]}{(joined[0].IsAuthor ? "the author" : "the text")}{plural}{question[joined[^1].End..]}";
        }

        return question;
    }

    [GeneratedRegex(@"(?<![\p{L}])the\s+$", RegexOptions.IgnoreCase)]
    private static partial Regex Article { get; }

    [GeneratedRegex(@"(?<![\p{L}])(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|shall|should|may|might|must)(?:n[’']?t)?\s+$", RegexOptions.IgnoreCase)]
    private static partial Regex Auxiliary { get; }

    [GeneratedRegex(@"(?<![\p{L}])(?:acc?ord(?:ing|ance)\s+(?:to|with)|in|by|per|from)\s+$", RegexOptions.IgnoreCase)]
    private static partial Regex Source { get; }

    [GeneratedRegex(@"(?<![\p{L}])(?:of|under|to|for)\s+$", RegexOptions.IgnoreCase)]
    private static partial Regex Within { get; }

    // What joins two names.
    [GeneratedRegex(@"^(?:,|,?\s+(?:and|or|&|und|et|y|e|en))\s+(?:the\s+)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Joint { get; }
}
