namespace Bot.Library.Search;

/// <summary>Tells how much of a query a short text says, by the rarity of the words that it shares with it.</summary>
internal sealed class QueryScorer
{
    private readonly Dictionary<string, List<(int Unit, double Weight)>> unitsByTerm = new(StringComparer.Ordinal);

    public QueryScorer(ReadingIndex index, SearchQuery query)
    {
        Query = query;
        Known = [.. query.Units.Select(unit => Frequency(index, unit))];
        Rarity = [.. Known.Select(frequency => RarityOf(frequency, index.ParagraphCount))];
        Total = Rarity.Sum();
        for (var i = 0; i < query.Units.Count; i++)
        {
            foreach (var term in query.Units[i].Terms)
            {
                if (!unitsByTerm.TryGetValue(term.Value, out var units))
                {
                    unitsByTerm[term.Value] = units = [];
                }

                units.Add((i, term.Weight));
            }
        }
    }

    public SearchQuery Query { get; }

    /// <summary>For each unit of the query, its inverse document frequency among paragraphs; highest for a word that no reading has.</summary>
    public double[] Rarity { get; }

    /// <summary>For each unit of the query, in how many paragraphs it stands, in its own word or a near synonym.</summary>
    public int[] Known { get; }

    /// <summary>The sum of <see cref="Rarity"/>.</summary>
    public double Total { get; }

    /// <summary>For each unit of the query, how well a text says it: 0 not at all, 1 in its own word.</summary>
    public double[] Match(params ReadOnlySpan<IndexedText> texts)
    {
        var match = new double[Rarity.Length];
        foreach (var text in texts)
        {
            Match(text.Stems, match);
            Match(text.Concepts, match);
        }

        return match;
    }

    /// <summary>What two texts together say of the query.</summary>
    public static double[] Either(double[] one, double[] other)
    {
        var either = new double[one.Length];
        for (var i = 0; i < one.Length; i++)
        {
            either[i] = Math.Max(one[i], other[i]);
        }

        return either;
    }

    /// <summary>The share of the query that a match covers, by rarity: 0 nothing, 1 all.</summary>
    public double Coverage(double[] match)
    {
        var covered = 0.0;
        for (var i = 0; i < match.Length; i++)
        {
            covered += Rarity[i] * match[i];
        }

        return Total > 0 ? covered / Total : 0;
    }

    private void Match(string[] terms, double[] match)
    {
        foreach (var term in terms)
        {
            if (unitsByTerm.TryGetValue(term, out var units))
            {
                foreach (var (unit, weight) in units)
                {
                    match[unit] = Math.Max(match[unit], weight);
                }
            }
        }
    }

    // A phrase of several words is at most as frequent as its rarest word; a looser kin of it is not it.
    private static int Frequency(ReadingIndex index, QueryUnit unit)
    {
        var itself = unit.Terms.Where(term => term.Weight >= 0.5).Select(index.DocumentFrequency).DefaultIfEmpty().Max();
        var parts = unit.Terms.Where(term => !term.IsConcept).Select(index.DocumentFrequency).DefaultIfEmpty().Min();
        return Math.Max(itself, parts);
    }

    private static double RarityOf(int frequency, int count) => Math.Log(1 + ((count - frequency + 0.5) / (frequency + 0.5)));
}
