using System.Text.RegularExpressions;
using Bot.Library.Languages;

namespace Bot.Library.Retrieval;

/// <summary>A name or a long number in a query.</summary>
/// <param name="Text">The name as it was typed, without a possessive ending.</param>
/// <param name="Terms">Its words as terms.</param>
internal sealed partial record QueryName(string Text, IReadOnlyList<string> Terms)
{
    private const int MinDigits = 3; // “2 arguments” is no name; “Resolution 1718” and “in 1962” are
    private const int MinTitleWords = 4;
    private const string Particles = "da|de|del|der|di|du|la|le|van|von"; // of names, such as “Alexis de Tocqueville”

    /// <summary>
    /// The names of a query by their capitals, and its long numbers. None if all words have capitals, as in a title or a shout, or if the query is German,
    /// where all nouns have them. The first word of a sentence is a name only with another one behind it: “Karin Lessing”.
    /// </summary>
    /// <param name="query">A question, a topic or a claim.</param>
    public static IReadOnlyList<QueryName> FindAll(string query)
    {
        var all = TextAnalysis.Tokenize(query);
        var words = all.Where(token => !token.IsStopWord && !Particle.IsMatch(query[token.Start..token.End])).ToList();
        var isTitle = words.Count >= MinTitleWords && words.TrueForAll(word => !char.IsLower(query[word.Start]));
        if (isTitle || all.Count(token => FunctionWords.Contains(query[token.Start..token.End], ReadingLanguage.German)) > all.Count(token => token.IsStopWord))
        {
            return [];
        }

        var names = new List<QueryName>();
        for (var i = 0; i < words.Count; i++)
        {
            if (IsLongNumber(query, words[i]))
            {
                names.Add(Of(query, words[i..(i + 1)]));
            }
            else if (char.IsUpper(query[words[i].Start]))
            {
                var last = i;
                while (last + 1 < words.Count && AreJoined(query, words[last], words[last + 1]))
                {
                    last++;
                }

                if (last > i || !SentenceStart.IsMatch(query[..words[i].Start]))
                {
                    names.Add(Of(query, words[i..(last + 1)]));
                }

                i = last;
            }
        }

        return [.. names.DistinctBy(name => string.Join(' ', name.Terms))];
    }

    /// <summary>Whether some terms mention it: a word of it, and its number if it has one (“GPT-3” does not mention “GPT-4”).</summary>
    /// <param name="isThere">Whether a term is among them.</param>
    public bool IsAmong(Func<string, bool> isThere) => Terms.Any(isThere) && Terms.Where(StartsWithDigit).All(isThere);

    private static QueryName Of(string query, List<Token> words) =>
        new(Possessive.Replace(query[words[0].Start..words[^1].End], ""), words.ConvertAll(word => word.Term));

    private static bool AreJoined(string query, Token word, Token next) =>
        char.IsUpper(query[next.Start])
            ? Joint.IsMatch(query[(word.End - 1)..next.Start])
            : char.IsAsciiDigit(query[next.Start]) && !IsLongNumber(query, next) && query[word.End..next.Start] == "-";

    private static bool StartsWithDigit(string term) => char.IsAsciiDigit(term[0]);

    private static bool IsLongNumber(string query, Token word) => word.End - word.Start >= MinDigits && char.IsAsciiDigit(query[word.Start]);

    // The end of one word of a name, and what joins it to the next: a space, a hyphen, the full stop of an initial, or a particle.
    [GeneratedRegex(@"^(?:.(?:\s+|-|\s+(?:" + Particles + @")\s+)|\p{Lu}?\.\s+)$")]
    private static partial Regex Joint { get; }

    [GeneratedRegex("^(?:" + Particles + ")$")]
    private static partial Regex Particle { get; }

    // From the right, because from the left each space would be tried as a start.
    [GeneratedRegex(@"(?:^|[.?!:]\s+)\W*$", RegexOptions.RightToLeft)]
    private static partial Regex SentenceStart { get; }

    [GeneratedRegex("['’]s?$")]
    private static partial Regex Possessive { get; }
}
