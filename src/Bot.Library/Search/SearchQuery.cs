using Bot.Library.Lexicons;
using Lucene.Net.Index;

namespace Bot.Library.Search;

/// <summary>A term that a text may hold in the place of a word of the query.</summary>
/// <param name="Value">A stem or a concept.</param>
/// <param name="Weight">1 for the word itself, less the looser the kinship.</param>
/// <param name="IsConcept">Whether it is a concept.</param>
public readonly record struct QueryTerm(string Value, double Weight, bool IsConcept)
{
    internal Term InIndex => new(IsConcept ? IndexStore.ConceptField : IndexStore.TextField, Value);
}

/// <summary>A word or name of the query, with everything that may stand for it.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Terms">At least one; the word's own first.</param>
/// <param name="IsName">
/// Whether it names one thing and no other: written with a capital that no sentence asks for, or a number that is no bound
/// of others, such as the year in "since 1990" and "from 1990 to 1995" is.
/// </param>
/// <param name="First">The index of its first token in the query.</param>
/// <param name="Count">How often the query says it.</param>
public sealed record QueryUnit(string Text, IReadOnlyList<QueryTerm> Terms, bool IsName, int First, int Count = 1);

/// <summary>What is looked for: the words of a question or claim, cleaned of those that say nothing.</summary>
public sealed class SearchQuery
{
    // How much a kin counts beside the word itself. Set on the development questions; see docs/evaluation.md.
    private const double PlaceWeight = 0.9;
    private const double SynonymWeight = 0.7;
    private const double AntonymWeight = 0.5;
    private const double RelatedPlaceWeight = 0.35;
    private const double PhrasePartWeight = 0.3;

    private static readonly HashSet<string> Bounds = new(StringComparer.OrdinalIgnoreCase)
    {
        "after", "before", "since", "until", "till", "between", "from", "by", "over", "under", "than", "about", "around", "almost", "nearly",
    };

    private SearchQuery(string text, IReadOnlyList<Token> tokens, IReadOnlyList<QueryUnit> units)
    {
        Text = text;
        Tokens = tokens;
        Units = units;
    }

    /// <summary>The query as it was written, but for a text all in capitals, which is lowered unless it has acronyms alone.</summary>
    public string Text { get; }

    /// <summary>Every word of the query, stop words included.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>The words and names that are looked for; empty for a query of stop words.</summary>
    public IReadOnlyList<QueryUnit> Units { get; }

    /// <summary>Reads a query.</summary>
    /// <param name="text">A question, a claim or words.</param>
    /// <param name="lexicon">What the bot knows of words.</param>
    /// <param name="isNoise">Tells which further tokens to leave out, such as "article" in a question; null leaves none out.</param>
    public static SearchQuery Parse(string text, Lexicon lexicon, Func<Token, string, bool>? isNoise = null)
    {
        if (IsShouted(text))
        {
            text = text.ToLowerInvariant();
        }

        var tokens = TextAnalysis.Tokenize(text);
        var byToken = lexicon.Concepts.Match(tokens).ToLookup(match => match.First);
        var units = new List<QueryUnit>();
        for (var i = 0; i < tokens.Count;)
        {
            var matches = byToken[i].ToList();
            var count = Math.Max(1, matches.Select(match => match.Count).DefaultIfEmpty().Max());
            var words = tokens.Skip(i).Take(count).ToList();
            if (count > 1 || !(words[0].IsStopWord || isNoise?.Invoke(words[0], text[words[0].Start..words[0].End]) == true))
            {
                var written = text[words[0].Start..words[^1].End];
                units.Add(new QueryUnit(written, [.. Terms(words, matches)], IsName(written, i) || IsNumber(text, tokens, i), i));
            }

            i += count;
        }

        return new SearchQuery(text, tokens, Merge(units));
    }

    // Capitals tell "EU" and "U.S." from words, and "US" from "us".
    private static bool IsShouted(string text) =>
        !text.Any(char.IsLower) && text.Split(' ').Any(word => word.Count(char.IsLetter) > 2);

    private static IEnumerable<QueryTerm> Terms(List<Token> words, List<ConceptMatch> matches)
    {
        if (words.Count == 1)
        {
            yield return new QueryTerm(words[0].Term, 1, IsConcept: false);
        }

        foreach (var match in matches)
        {
            yield return new QueryTerm(match.Concept, Weight(match.Kinship), IsConcept: true);
        }

        if (words.Count > 1)
        {
            foreach (var word in words.Where(word => !word.IsStopWord))
            {
                yield return new QueryTerm(word.Term, PhrasePartWeight, IsConcept: false);
            }
        }
    }

    private static double Weight(Kinship kinship) => kinship switch
    {
        Kinship.Place => PlaceWeight,
        Kinship.Synonym => SynonymWeight,
        Kinship.Antonym => AntonymWeight,
        _ => RelatedPlaceWeight,
    };

    private static bool IsName(string written, int position) =>
        char.IsUpper(written[0]) && (position > 0 || written.Skip(1).Any(char.IsUpper));

    // A smaller number may be written in words.
    private static bool IsNumber(string text, IReadOnlyList<Token> tokens, int position)
    {
        var written = Word(text, tokens, position);
        return written.Count(char.IsAsciiDigit) > 3
            && !written.Any(char.IsLetter)
            && !(position > 0 && Bounds.Contains(Word(text, tokens, position - 1)))
            && !IsUpperBound(text, tokens, position);
    }

    // The "1995" in "from 1990 to 1995" and "between 1990 and 1995".
    private static bool IsUpperBound(string text, IReadOnlyList<Token> tokens, int position) =>
        position > 1 && Word(text, tokens, position - 1) is ("and" or "to") && char.IsAsciiDigit(text[tokens[position - 2].Start]);

    private static string Word(string text, IReadOnlyList<Token> tokens, int position) => text[tokens[position].Start..tokens[position].End];

    private static List<QueryUnit> Merge(List<QueryUnit> units) =>
        [.. units.GroupBy(unit => unit.Terms[0].Value).Select(group => group.First() with { Count = group.Count() })];
}
