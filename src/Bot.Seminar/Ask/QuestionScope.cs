using System.Text.RegularExpressions;
using Bot.Library.Readings;

namespace Bot.Seminar.Ask;

/// <summary>The readings that a question is about: “What does Madison say about factions?”, “according to the AI Act”.</summary>
/// <param name="Readings">The readings to search.</param>
/// <param name="Question">The question, with “the author” or “the text” instead of the names.</param>
/// <param name="IsNamed">Whether the question names them.</param>
internal sealed partial record QuestionScope(IReadOnlyList<Reading> Readings, string Question, bool IsNamed)
{
    /// <summary>Reads the scope of a question. A name that is only a topic (“Who opposed Madison?”) does not limit it.</summary>
    /// <param name="question">The question.</param>
    /// <param name="readings">The readings that can be meant.</param>
    public static QuestionScope Of(string question, IReadOnlyList<Reading> readings)
    {
        var asked = ReadingMentions.Find(question, readings).Where(mention => IsAsked(question, mention)).ToList();
        return asked.Count == 0
            ? new QuestionScope(readings, question, IsNamed: false)
            : new QuestionScope(
                [.. readings.Where(reading => asked.Exists(mention => mention.Readings.Contains(reading)))], RemoveMentions(question, asked), IsNamed: true);
    }

    private static bool IsAsked(string question, Mention mention)
    {
        var before = Article.Replace(question[..mention.Start], "");
        var after = question.AsSpan(mention.End);
        return before.Length == 0 && after.StartsWith(" ") && after.Length > 1 && char.IsLower(after[1])
            || after.StartsWith("'s ") || after.StartsWith("’s ") || after.StartsWith("' ") || after.StartsWith("’ ")
            || (Auxiliary.IsMatch(before) && after.StartsWith(" "))
            || Source.IsMatch(before)
            || (!mention.IsAuthor && Within.IsMatch(before));
    }

    // A text rarely contains the name of its own author, so the name would make the search worse.
    private static string RemoveMentions(string question, List<Mention> asked)
    {
        foreach (var mention in asked.AsEnumerable().Reverse())
        {
            var start = Article.Match(question[..mention.Start]) is { Success: true } article ? article.Index : mention.Start;
            question = $"{question[..start]}{(mention.IsAuthor ? "the author" : "the text")}{question[mention.End..]}";
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
}
