using Bot.Evaluation.Fitting;

namespace Bot.Evaluation.Tests.Fitting;

public class FittingTests
{
    [Fact]
    public void TheFittedProbabilityIsTheShareThatHappened()
    {
        var rows = Enumerable.Range(0, 400).Select(i => new[] { 1.0, i % 2 }).ToList();
        var happened = Enumerable.Range(0, 400).Select(i => i % 2 == 0 ? i % 8 == 0 : i % 8 != 1).ToList();

        var weights = LogisticRegression.Fit(rows, happened, penalty: 0.01);

        Assert.Equal(0.25, Probability(weights[0]), 0.01);
        Assert.Equal(0.75, Probability(weights[0] + weights[1]), 0.01);
    }

    private static double Probability(double odds) => 1 / (1 + Math.Exp(-odds));
}
