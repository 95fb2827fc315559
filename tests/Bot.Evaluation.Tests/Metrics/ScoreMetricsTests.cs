using Bot.Evaluation.Metrics;

namespace Bot.Evaluation.Tests.Metrics;

public class ScoreMetricsTests
{
    [Fact]
    public void AveragePrecisionIsThePrecisionAtEachRightPrediction() =>
        // Right at ranks 1 and 3: (1/1 + 2/3) / 2.
        Assert.Equal(5.0 / 6, AveragePrecision.Of([(0.1, false), (0.4, false), (0.35, true), (0.8, true)]), 12);

    [Fact]
    public void PredictionsOfEqualScoreAreTakenTogether() =>
        Assert.Equal(0.5, AveragePrecision.Of([(1, true), (1, false)]), 12);

    [Fact]
    public void WithoutARightPredictionPrecisionIsNothing() =>
        Assert.Equal(0, AveragePrecision.Of([(1, false)]));

    [Fact]
    public void TheAreaIsTheShareOfPairsInOrder() =>
        // Of 2 × 3 pairs, 4 are in order and one is a tie.
        Assert.Equal(4.5 / 6, Discrimination.AreaUnderCurve([3, 2], [1, 2, 2.5]), 12);

    [Fact]
    public void ConstantScoresTellNothingApart() =>
        Assert.Equal(0.5, Discrimination.AreaUnderCurve([0, 0, 0], [0, 0]), 12);

    [Fact]
    public void WithoutOneOfTheGroupsThereIsNoArea() =>
        Assert.True(double.IsNaN(Discrimination.AreaUnderCurve([1], [])));

    [Theory]
    [InlineData(0.5, 50)]
    [InlineData(0.99, 99)]
    [InlineData(1, 100)]
    public void APercentileIsATimeThatWasMeasured(double share, int milliseconds)
    {
        var times = Enumerable.Range(1, 100).Select(i => TimeSpan.FromMilliseconds(i)).Reverse().ToList();

        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Latency.Percentile(times, share));
    }

    [Fact]
    public void WithoutQueriesThereIsNoTime() => Assert.Equal(TimeSpan.Zero, new Latency().Percentile(0.5));

    [Fact]
    public void TheMarkOfMemoryFollowsWhatIsHeld()
    {
        PeakMemory.Reset();
        var before = PeakMemory.Megabytes();
        var block = new byte[64 * 1024 * 1024];
        Array.Fill(block, (byte)1);

        Assert.InRange(PeakMemory.Megabytes() - before, 50, 500);
        GC.KeepAlive(block);
    }
}
