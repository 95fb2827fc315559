using System.Text.RegularExpressions;
using Bot.Library.Languages;

namespace Bot.Library.Retrieval;

/// <summary>The terms of a query, with their weights on this shelf.</summary>
internal sealed partial class QueryTerms
{
    private const int MinTellingLength = 5;

    private readonly Dictionary<string, double> weights;
    private readonly double total;
    private readonly IReadOnlyList<QueryName> names;

    private QueryTerms(IReadOnlyList<string> all, Dictionary<string, double> weights, IReadOnlyList<QueryName> names)
    {
        All = all;
        this.weights = weights;
        this.names = names;
        total = weights.Values.Sum();
    }

    /// <summary>Every term as often as it is in the query, in the languages of the shelf.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>The terms in the query's own language, each once.</summary>
    public IReadOnlyCollection<string> Own => weights.Keys;

    /// <summary>Whether the query has only stop words.</summary>
    public bool IsEmpty => All.Count == 0;

    /// <summary>The share of the terms, weighted by rarity, that are in any sentence of the shelf, from 0 to 1.</summary>
    public double KnownShare { get; private init; }

    /// <summary>
    /// What the query says that is nowhere on the shelf, as it was typed, the most important first: names and numbers, a whole one of several words together,
    /// then long words, because short ones are usually frequent (Zipf's law of abbreviation). Empty if the shelf has several languages.
    /// </summary>
    public IReadOnlyList<string> Unknown { get; private init; } = [];

    /// <summary>Names and long numbers of the query, as they were typed, of which no word, or not the number, is anywhere on the shelf.</summary>
    public IReadOnlyList<string> UnknownNames { get; private init; } = [];

    /// <summary>
    /// Reads a query. Of a text that is all in capitals, which mark acronyms, only the acronyms of the shelf keep them.
    /// </summary>
    public static QueryTerms Of(string query, LexicalIndex index)
    {
        var text = IsShouted(query) ? Word.Replace(query, word => IsKnown(word.Value) ? word.Value : word.Value.ToLowerInvariant()) : query;
        var byLanguage = index.Readings.Select(reading => reading.Reading.Language).Append(ReadingLanguage.English).Distinct()
            .Select(language => TextAnalysis.ReadTerms(text, language))
            .ToList();
        var all = byLanguage.Aggregate((IEnumerable<string>)[], (some, more) => some.Concat(more.Except(some))).ToList();
        var frequencies = all.Distinct().ToDictionary(term => term, index.DocumentFrequency, StringComparer.Ordinal);

        // Only the query's own language counts, because another one keeps its stop words as terms that are in no reading.
        var weights = byLanguage
            .Select(terms => terms.Distinct().ToDictionary(term => term, term => Idf(frequencies[term], index.SentenceCount), StringComparer.Ordinal))
            .MaxBy(ShareOfKnown) ?? [];
        var names = QueryName.FindAll(text);
        var unknownNames = names.Where(name => !name.IsAmong(IsMentioned)).ToList();
        return new QueryTerms(all, weights, names)
        {
            KnownShare = ShareOfKnown(weights),
            Unknown = index.Readings.Any(reading => reading.Reading.Language != ReadingLanguage.English)
                ? []
                : [.. unknownNames.Select(name => name.Text), .. FindOtherUnknownWords(query, text, names, unknownNames, IsMentioned)],
            UnknownNames = unknownNames.ConvertAll(name => name.Text),
        };

        bool IsKnown(string word) => TextAnalysis.ReadTerms(word).Any(term => index.DocumentFrequency(term) > 0);

        // Also in a title, an author or a heading.
        bool IsMentioned(string term) => (frequencies.TryGetValue(term, out var frequency) ? frequency : index.DocumentFrequency(term)) > 0
            || index.Readings.Any(reading => reading.PlaceTerms.Contains(term));

        double ShareOfKnown(Dictionary<string, double> terms) =>
            terms.Where(pair => frequencies[pair.Key] > 0).Sum(pair => pair.Value) / Math.Max(terms.Values.Sum(), double.Epsilon);
    }

    /// <summary>The share of the terms, weighted by rarity, that are in some texts, from 0 to 1.</summary>
    public double MeasureCoverage(IEnumerable<IndexedSentence> sentences)
    {
        var said = sentences.SelectMany(sentence => sentence.Terms).ToHashSet(StringComparer.Ordinal);
        return weights.Where(pair => said.Contains(pair.Key)).Sum(pair => pair.Value) / Math.Max(total, double.Epsilon);
    }

    /// <summary>
    /// The share of the words of its names, with its long numbers, that are neither in some English sentences nor in their place, from 0 to 1; 0 if it has
    /// none.
    /// </summary>
    public double MeasureMissingNames(IEnumerable<IndexedSentence> sentences, string place)
    {
        var said = ReadSaid(sentences, place);
        var asked = names.SelectMany(name => name.Terms).ToHashSet(StringComparer.Ordinal);
        return asked.Count == 0 ? 0 : (double)asked.Count(term => !said.Contains(term)) / asked.Count;
    }

    /// <summary>The names and numbers, as they were typed, of which no word, or not the number, is in some English sentences or in their place.</summary>
    public IReadOnlyList<string> FindMissingNames(IEnumerable<IndexedSentence> sentences, string place)
    {
        var said = ReadSaid(sentences, place);
        return [.. names.Where(name => !name.IsAmong(said.Contains)).Select(name => name.Text)];
    }

    private static HashSet<string> ReadSaid(IEnumerable<IndexedSentence> sentences, string place) =>
        sentences.SelectMany(sentence => sentence.Terms).Concat(TextAnalysis.ReadTerms(place)).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> FindOtherUnknownWords(
        string query, string text, IReadOnlyList<QueryName> names, IReadOnlyList<QueryName> unknownNames, Func<string, bool> isMentioned) =>
        TextAnalysis.Tokenize(text)
            .Where(token => !token.IsStopWord && !isMentioned(token.Term) && !IsIn(unknownNames, token))
            .DistinctBy(token => token.Term)
            .Select(token => (Word: query[token.Start..token.End], IsName: IsIn(names, token)))
            .Where(token => token.IsName || token.Word.Length >= MinTellingLength)
            .OrderByDescending(token => token.IsName)
            .ThenByDescending(token => token.Word.Length)
            .Select(token => token.Word);

    private static bool IsIn(IEnumerable<QueryName> names, Token token) => names.Any(name => name.Terms.Contains(token.Term));

    private static bool IsShouted(string text) => !text.Any(char.IsLower) && text.Split(' ').Any(word => word.Count(char.IsLetter) > 2);

    // The weight of terms in BM25 (Robertson and Zaragoza 2009), never below 0.
    private static double Idf(int frequency, int count) => Math.Log(1 + ((count - frequency + 0.5) / (frequency + 0.5)));

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word { get; }
}
