using Bot.Evaluation.Engines;
using Bot.Evaluation.Fitting;
using Bot.Evaluation.Gold;
using Bot.Library.Retrieval;
using MathNet.Numerics.LinearAlgebra;

namespace Bot.Evaluation.Tests.Fitting;

public class FittingTests
{
    [Fact]
    public void AFeatureThatTheRightCandidatesHaveGetsTheWeight()
    {
        var choices = Enumerable.Range(0, 50).Select(i => new Choice(
            Matrix<double>.Build.DenseOfArray(new[,] { { 1.0, i % 3 }, { 0.0, i % 2 }, { 0.0, i % 5 } }), [i % 10 != 0, false, i % 10 == 0])).ToList();

        var weights = ConditionalLogit.Fit(choices, [0, 0], penalty: 1);

        Assert.True(weights[0] > 1.5);
        Assert.InRange(weights[1], -0.5, 0.5);
    }

    [Fact]
    public void WithoutAnythingToLearnTheWeightsStayWhereTheyStart()
    {
        var allRight = new Choice(Matrix<double>.Build.Dense(2, 1, 1), [true, true]);

        Assert.Equal([0.7], ConditionalLogit.Fit([allRight], [0.7], penalty: 1));
    }

    [Fact]
    public void TheFittedProbabilityIsTheShareThatHappened()
    {
        var rows = Enumerable.Range(0, 400).Select(i => new[] { 1.0, i % 2 }).ToList();
        var happened = Enumerable.Range(0, 400).Select(i => i % 2 == 0 ? i % 8 == 0 : i % 8 != 1).ToList();

        var weights = LogisticRegression.Fit(rows, happened, penalty: 0.01);

        Assert.Equal(0.25, Probability(weights[0]), 0.01);
        Assert.Equal(0.75, Probability(weights[0] + weights[1]), 0.01);
    }

    [Theory]
    [InlineData(0, "Leaves are steeped in hot water.", "NextToRight")]
    [InlineData(1, "Leaves are steeped in hot water.", "Right")]
    [InlineData(1, "hot water. Some drink it cold.", "Right")]
    [InlineData(2, "hot water. Some drink it cold.", "Right")]
    [InlineData(3, "Leaves are steeped in hot water.", "Wrong")]
    public void ASentenceIsRightWhereTheGoldIsGoneWithoutIt(int sentence, string gold, string worth)
    {
        var reading = InMemoryReading.Create("tea", "Tea", ["Tea is a drink. Leaves are steeped in hot water. Some drink it cold. It came from China."]);
        var indexed = RetrievalIndex.Build([reading]).Readings[0];

        var judged = RightSentence.Judge(new Candidate(indexed, sentence, sentence), new GoldQuestion("q", "ask", "?", IsAnswerable: true, [gold]));

        Assert.Equal(worth, judged.ToString());
    }

    private static double Probability(double odds) => 1 / (1 + Math.Exp(-odds));
}
