using Bot.Seminar.Debate;

namespace Bot.Seminar.Tests.Debate;

public sealed class MotionDrawTests
{
    private static readonly double[] Probabilities = [.3, .9, .5];

    [Fact]
    public void EachIsDrawnOnceAndTheSameSeedDrawsTheSame()
    {
        var drawn = Draw(seed: 7);

        Assert.Equal(Probabilities.Order(), drawn.Order());
        Assert.Equal(drawn, Draw(seed: 7));
    }

    [Fact]
    public void EachComesFirstAsOftenAsItsOddsSay()
    {
        var first = Enumerable.Range(0, 2000).Select(seed => Draw(seed)[0]).CountBy(probability => probability).ToDictionary();

        // Odds of .43, 9 and 1.
        Assert.InRange(first[.3] / 2000.0, .02, .06);
        Assert.InRange(first[.9] / 2000.0, .83, .9);
        Assert.InRange(first[.5] / 2000.0, .07, .13);
    }

    [Fact]
    public void TheMostLikelyMotionIsNotAlwaysFirst() =>
        Assert.Contains(Enumerable.Range(0, 500), seed => MotionDraw.Order([1.0, .5], probability => probability, new Random(seed))[0] < 1);

    private static double[] Draw(int seed) => MotionDraw.Order(Probabilities, probability => probability, new Random(seed));
}
