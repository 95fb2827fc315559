using Bot.Library.Lexicons;
using Bot.Library.Readings;
using Bot.Library.Search;

namespace Bot.Seminar.Arguments;

/// <summary>Ranks paragraphs by how well they answer a claim: about the same, and against it.</summary>
internal static class OpposingParagraphs
{
    // What a full sign of opposition is worth beside the paragraph's rank, which is about 1 for the best. Set on the development sets of
    // docs/evaluation.md: more would bring paragraphs that are against something else.
    private const double OppositionWeight = 0.145;

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
        return ParagraphSearch.Search(index, claim.Query, count, accepts)
            .Select(ranked => (ranked, ranked.Score + (OppositionWeight * OppositionOf(claim, ranked.Paragraph, rarity, index.Lexicon))))
            .OrderByDescending(item => item.Item2)
            .ToList();
    }

    private static double OppositionOf(Claim claim, Paragraph paragraph, IReadOnlyList<double> rarity, Lexicon lexicon) =>
        Opposition.Between(claim, StanceProfile.Of(paragraph, lexicon), rarity).Sum;
}
