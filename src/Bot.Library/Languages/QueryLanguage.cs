using System.Text.RegularExpressions;

namespace Bot.Library.Languages;

/// <summary>Tells the language of a question, which is too short for a statistical detector, by its function words.</summary>
internal static partial class QueryLanguage
{
    // A name or a loan word can look like a function word of another language.
    private const double MinShare = 0.2;

    /// <summary>The language of a query; English if no other one has more function words in it.</summary>
    /// <param name="query">A question, a topic or a claim.</param>
    /// <param name="languages">The languages that are possible.</param>
    public static ReadingLanguage Of(string query, IEnumerable<ReadingLanguage> languages)
    {
        var words = Word.Matches(query).Select(match => match.Value).ToList();
        var english = words.Count(word => StopWords.Contains(word.ToLowerInvariant()));
        return languages
            .Where(language => language is not (ReadingLanguage.English or ReadingLanguage.Other))
            .Select(language => (Language: language, Count: words.Count(word => FunctionWords.Contains(word, language))))
            .Where(candidate => candidate.Count > english && candidate.Count >= MinShare * words.Count)
            .OrderByDescending(candidate => candidate.Count)
            .ThenBy(candidate => candidate.Language)
            .Select(candidate => candidate.Language)
            .FirstOrDefault(ReadingLanguage.English);
    }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word { get; }
}
