using Bot.Library.Search;

namespace Bot.Seminar.Arguments;

/// <summary>
/// Tells which of some paragraphs answer a whole argument, by who answers whom: an answer is nearer to the argument that it was written
/// against than to any other, and shorter; and what answers the other side is on one's own.
/// </summary>
internal sealed class Exchange
{
    private const int Neighbours = 8;

    // Weights after a logistic regression on the training split of the arguments in docs/evaluation.md, rounded.
    private const double WeightOfAnswer = 0.7;
    private const double WeightOfOpposition = 1.1;
    private const double WeightOfShortAnswer = 1.1;
    private const double WeightOfShortOther = -0.3;
    private const double WeightOfRival = -0.55;

    // How a paragraph's nearness to the argument, less that to its nearest neighbour, turns into a likelihood of answering it.
    private const double Slope = 0.03;

    // In words; development arguments are longer, their answers shorter.
    private const double UsualLength = 150;
    private const double LengthPrior = 10;

    // What stands near others of the debate is about it; and only what is about it can take a side.
    private const double WeightOfDebate = 3;
    private const double LeastTopical = 0.6;
    private const double TopicalSlope = 0.08;
    private const double WeightOfSide = 0.95;

    private readonly double[] topical;
    private readonly double[] sides;

    /// <param name="index">What the paragraphs were found in.</param>
    /// <param name="claim">The argument.</param>
    /// <param name="ranked">The paragraphs, best first.</param>
    /// <param name="opposition">For each paragraph the sum of its <see cref="Opposition"/>.</param>
    public Exchange(ReadingIndex index, Claim claim, IReadOnlyList<RankedParagraph> ranked, IReadOnlyList<double> opposition)
    {
        var own = TermVector.Of(index, claim.Query);
        var vectors = ranked.Select(paragraph => TermVector.Of(index, paragraph)).ToArray();
        var likeness = vectors.Select(one => vectors.Select(other => ReferenceEquals(one, other) ? 0 : one.Likeness(other)).ToArray()).ToArray();
        topical = [.. ranked.Select((paragraph, i) => (paragraph.Score / ranked[0].Score) + (WeightOfDebate * likeness[i].Take(Neighbours).Average()))];
        var most = topical.Max();
        topical = [.. topical.Select(value => value / most)];
        sides = [.. ranked.Select((paragraph, i) =>
        {
            var nearest = Array.IndexOf(likeness[i], likeness[i].Max());
            var answers = Logistic((own.Likeness(vectors[i]) - likeness[i][nearest]) / Slope);
            var shortness = Math.Log(UsualLength / (StanceProfile.Of(paragraph.Paragraph, claim.Lexicon).Words + LengthPrior));
            return (WeightOfAnswer * answers)
                + (WeightOfOpposition * opposition[i])
                + (((WeightOfShortAnswer * answers) + (WeightOfShortOther * (1 - answers))) * shortness)
                + (WeightOfRival * (1 - answers) * opposition[nearest]);
        })];
    }

    /// <summary>How well a paragraph answers the argument; comparable within one exchange only.</summary>
    /// <param name="place">Its place among the paragraphs, from 0.</param>
    public double ScoreOf(int place) =>
        topical[place] + (WeightOfSide * (sides[place] - sides.Average()) * Logistic((topical[place] - LeastTopical) / TopicalSlope));

    private static double Logistic(double value) => 1 / (1 + Math.Exp(-value));
}
