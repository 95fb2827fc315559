namespace Bot.Library.Readings.Folders;

/// <summary>Follows the paragraphs of a reading from one version of its file to the next.</summary>
internal static class AnchorComparison
{
    // Half of the words being the same is what a revised paragraph keeps; two paragraphs on one subject share about a fifth.
    private const double SameParagraph = 0.5;

    // A paragraph that was both moved and revised is searched for within this distance of its expected place.
    private const int Reach = 20;

    /// <summary>The anchors that have changed, in the order of the old numbers; empty if none has.</summary>
    public static IReadOnlyList<AnchorChange> Compare(Reading before, Reading after)
    {
        var places = MatchUnchanged(before.Paragraphs, after.Paragraphs);
        FindRevised(before.Paragraphs, after.Paragraphs, places);
        return
        [
            .. before.Paragraphs
                .Where(paragraph => places[paragraph.Number - 1] != paragraph.Number)
                .Select(paragraph => new AnchorChange(
                    after.Id,
                    new Anchor(paragraph.Number),
                    places[paragraph.Number - 1] is var number and > 0 ? new Anchor(number) : null)),
        ];
    }

    // The new number of each old paragraph whose text is unchanged, else 0. Of equal texts the nth becomes the nth.
    private static int[] MatchUnchanged(IReadOnlyList<Paragraph> before, IReadOnlyList<Paragraph> after)
    {
        var byText = after.GroupBy(paragraph => paragraph.Text).ToDictionary(
            group => group.Key, group => new Queue<int>(group.Select(paragraph => paragraph.Number)), StringComparer.Ordinal);
        return [.. before.Select(paragraph => byText.TryGetValue(paragraph.Text, out var numbers) && numbers.TryDequeue(out var number) ? number : 0)];
    }

    private static void FindRevised(IReadOnlyList<Paragraph> before, IReadOnlyList<Paragraph> after, int[] places)
    {
        var taken = places.ToHashSet();
        var free = after.Where(paragraph => !taken.Contains(paragraph.Number)).ToDictionary(paragraph => paragraph.Number, ReadWords);
        var shift = 0;
        for (var i = 0; i < before.Count && free.Count > 0; i++)
        {
            if (places[i] > 0)
            {
                shift = places[i] - (i + 1);
                continue;
            }

            var words = ReadWords(before[i]);
            var expected = i + 1 + shift;
            var best = Enumerable.Range(expected - Reach, (2 * Reach) + 1)
                .Where(free.ContainsKey)
                .Select(number => (Number: number, Overlap: MeasureOverlap(words, free[number])))
                .OrderByDescending(candidate => candidate.Overlap).ThenBy(candidate => Math.Abs(candidate.Number - expected))
                .FirstOrDefault();
            if (best.Overlap >= SameParagraph)
            {
                places[i] = best.Number;
                free.Remove(best.Number);
            }
        }
    }

    private static HashSet<string> ReadWords(Paragraph paragraph) =>
        paragraph.Text.Split(' ').Select(word => word.Trim('.', ',', ';', ':', '?', '!', '“', '”', '"')).ToHashSet(StringComparer.OrdinalIgnoreCase);

    // Dice's coefficient: 0 shares no word, 1 has the same words.
    private static double MeasureOverlap(HashSet<string> one, HashSet<string> other) =>
        2.0 * one.Count(other.Contains) / (one.Count + other.Count);
}
