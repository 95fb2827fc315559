using Bot.Library.Readings;
using Bot.Library.Search;

namespace Bot.Seminar.Arguments;

/// <summary>Ranks paragraphs by how well they answer a claim: about the same, and against it.</summary>
internal static class OpposingParagraphs
{
    // What a full sign of opposition is worth beside the paragraph's rank, which is about 1 for the best. Set on the development sets of
    // docs/evaluation.md: more would bring paragraphs that are against something else.
    private const double OppositionWeight = 0.145;

    // A text of so many words argues, and something may have been written in answer to it.
    private const int WordsOfArgument = 40;
    private const int BestOfArgument = 24;

    /// <summary>Ranks the paragraphs that share words with a claim.</summary>
    /// <param name="index">What is searched.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="count">How many to look at and return at most.</param>
    /// <param name="accepts">Leaves out the paragraphs for which it is false; null takes all.</param>
    /// <returns>The best first.</returns>
    public static IReadOnlyList<(RankedParagraph Paragraph, double Score)> Rank(
        ReadingIndex index, Claim claim, int count, Func<Reading, Paragraph, bool>? accepts = null)
    {
        var rarity = PassageSearch.RarityOf(index, claim.Query);
        var ranked = ParagraphSearch.Search(index, claim.Query, count, accepts);
        var opposition = ranked
            .Select(item => Opposition.Between(claim, StanceProfile.Of(item.Paragraph, claim.Lexicon), rarity).Sum)
            .ToList();
        return claim.Profile.Words >= WordsOfArgument
            ? Exchanged(index, claim, ranked, opposition)
            : [.. ranked.Select((item, i) => (item, item.Score + (OppositionWeight * opposition[i]))).OrderByDescending(item => item.Item2)];
    }

    // A claim that stands in the index itself is the first of its own results, and answers nothing.
    private static List<(RankedParagraph Paragraph, double Score)> Exchanged(
        ReadingIndex index, Claim claim, IReadOnlyList<RankedParagraph> ranked, List<double> opposition)
    {
        var places = Enumerable.Range(0, ranked.Count).Where(i => ranked[i].Paragraph.Text != claim.Query.Text).ToList();
        var best = places.Take(BestOfArgument).ToList();
        if (best.Count == 0)
        {
            return [];
        }

        var exchange = new Exchange(index, claim, [.. best.Select(i => ranked[i])], [.. best.Select(i => opposition[i])]);
        var scores = best.Select((_, i) => exchange.ScoreOf(i)).ToList();
        var last = scores.Min();
        return
        [
            .. best.Select((place, i) => (ranked[place], scores[i])).OrderByDescending(item => item.Item2),
            .. places.Skip(BestOfArgument).Select((place, i) => (ranked[place], last - (i + 1))),
        ];
    }
}
