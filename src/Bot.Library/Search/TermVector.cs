
namespace Bot.Library.Search;

/// <summary>The words of a text by frequency and rarity, for telling how alike two texts are. Immutable.</summary>
public sealed class TermVector
{
    private readonly Dictionary<string, double> weights;

    private TermVector(ReadingIndex index, IEnumerable<string> stems)
    {
        weights = stems
            .CountBy(stem => stem, StringComparer.Ordinal)
            .Select(count => (count.Key, Weight: (1 + Math.Log(count.Value)) * Rarity(index, count.Key)))
            .Where(term => term.Weight > 0)
            .ToDictionary(term => term.Key, term => term.Weight, StringComparer.Ordinal);
        var length = Math.Sqrt(weights.Values.Sum(weight => weight * weight));
        foreach (var stem in weights.Keys)
        {
            weights[stem] /= length;
        }
    }

    /// <summary>The words of a paragraph.</summary>
    public static TermVector Of(ReadingIndex index, RankedParagraph paragraph)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(paragraph);
        return new TermVector(index, paragraph.Indexed.Sentences.SelectMany(sentence => sentence.Stems));
    }

    /// <summary>The words of a query.</summary>
    public static TermVector Of(ReadingIndex index, SearchQuery query)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(query);
        return new TermVector(index, query.Tokens.Where(token => !token.IsStopWord).Select(token => token.Term));
    }

    /// <summary>The cosine of the two: 0 without a word in common, 1 for the same words.</summary>
    public double Likeness(TermVector other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (few, many) = weights.Count <= other.weights.Count ? (weights, other.weights) : (other.weights, weights);
        return few.Sum(term => term.Value * many.GetValueOrDefault(term.Key));
    }

    private static double Rarity(ReadingIndex index, string stem)
    {
        var frequency = index.DocumentFrequency(stem);
        return frequency == 0 ? 0 : Math.Log((double)index.ParagraphCount / Math.Min(frequency, index.ParagraphCount));
    }
}
