namespace Bot.Seminar.Quote;

/// <summary>A stretch of words on the shelf, within one paragraph.</summary>
/// <param name="Start">The position of its first word.</param>
/// <param name="End">The position after its last word.</param>
internal readonly record struct Stretch(int Start, int End)
{
    /// <summary>The number of its words.</summary>
    public int Length => End - Start;
}

/// <summary>Chooses the few stretches of the shelf from which a quote with changed words can come.</summary>
internal static class Candidates
{
    // Long paragraphs are split into blocks, each with its neighbours, so that the alignment's size is limited.
    private const int BlockWords = 400;
    private const int MaxWords = 6000;

    // A quote is searched in windows, so that a short part of a stitched quote is found beside a long one.
    private const int WindowWords = 12;
    private const int PerWindow = 6;

    // More frequent words are skipped: rarer words beside them find the same places faster.
    private const int MaxPlaces = 3_000;
    private const int AlwaysUsed = 2;

    /// <summary>The stretches that share most with the words, best first; only for as many words as the time allows.</summary>
    public static List<Stretch> Choose(QuoteIndex index, int[] words, TimeBudget budget)
    {
        var best = new Dictionary<(int Paragraph, int Block), double>();
        var scored = new Dictionary<string, List<KeyValuePair<(int Paragraph, int Block), double>>>(StringComparer.Ordinal);
        for (var first = 0; first < words.Length && !budget.IsOver(); first += WindowWords / 2)
        {
            var window = words[first..Math.Min(first + WindowWords, words.Length)];

            // Repeated windows are looked up once.
            var name = string.Join(' ', window);
            if (!scored.TryGetValue(name, out var top))
            {
                top = [.. Score(index, window, budget).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(PerWindow)];
                scored.Add(name, top);
            }

            foreach (var (block, score) in top)
            {
                best[block] = best.GetValueOrDefault(block) + score;
            }

            if (first + WindowWords >= words.Length)
            {
                break;
            }
        }

        return KeepWithin(index, best.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => pair.Key));
    }

    private static Dictionary<(int Paragraph, int Block), double> Score(QuoteIndex index, int[] window, TimeBudget budget)
    {
        var scores = new Dictionary<(int, int), double>();
        var byRarity = Enumerable.Range(0, window.Length)
            .Where(i => window[i] != QuoteIndex.UnknownWord && Array.IndexOf(window, window[i]) == i)
            .OrderBy(i => index.FindPlaces(window[i]).Length);
        foreach (var (i, rank) in byRarity.Select((i, rank) => (i, rank)))
        {
            var places = index.FindPlaces(window[i]);
            if ((rank < AlwaysUsed || places.Length <= MaxPlaces) && !budget.IsOver())
            {
                AddWord(index, window, i, places, scores);
            }
        }

        return scores;
    }

    private static void AddWord(
        QuoteIndex index, int[] window, int i, ReadOnlySpan<int> places, Dictionary<(int, int), double> scores)
    {
        var weight = index.WeighWord(window[i]);
        (int, int) last = (-1, -1);
        foreach (var place in places)
        {
            var paragraph = index.FindParagraph(place);
            var block = (paragraph, (place - index.StartOf(paragraph)) / BlockWords);

            // Two words in the order of the quote count more than the same words apart.
            var inOrder = i + 1 < window.Length && place + 1 < index.WordCount && index[place + 1] == window[i + 1] ? weight : 0;
            var once = block == last ? 0 : weight;
            if (once + inOrder > 0)
            {
                scores[block] = scores.GetValueOrDefault(block) + once + inOrder;
            }

            last = block;
        }
    }

    private static List<Stretch> KeepWithin(QuoteIndex index, IEnumerable<(int Paragraph, int Block)> blocks)
    {
        var chosen = new List<Stretch>();
        var total = 0;
        foreach (var (paragraph, block) in blocks)
        {
            var (start, end) = (index.StartOf(paragraph), index.EndOf(paragraph));
            var stretch = new Stretch(
                Math.Max(start, start + ((block - 1) * BlockWords)), Math.Min(end, start + ((block + 2) * BlockWords)));
            if (chosen.Contains(stretch))
            {
                continue;
            }

            total += stretch.Length;
            if (total > MaxWords && chosen.Count > 0)
            {
                break;
            }

            chosen.Add(stretch);
        }

        return chosen;
    }
}
