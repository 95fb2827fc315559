using Bot.Evaluation.ArgKp;
using Bot.Evaluation.Engines;

namespace Bot.Evaluation.Tests.ArgKp;

public sealed class KeyPointMatchingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public KeyPointMatchingTests()
    {
        folder.Write(
            "arguments_dev.csv",
            "arg_id,argument,topic,stance",
            "a1,\"Uniforms, as many say, reduce bullying\",Uniforms,1",
            "a2,Uniforms reduce costs,Uniforms,1",
            "a3,\"They call it \"\"order\"\"\",Uniforms,1",
            "a4,Nothing in common,Uniforms,1",
            "b1,Uniforms hide bullying,Uniforms,-1",
            "b2,Uniforms cost money,Uniforms,-1");
        folder.Write(
            "key_points_dev.csv",
            "key_point_id,key_point,topic,stance",
            "k1,Uniforms reduce bullying,Uniforms,1",
            "k2,Uniforms reduce costs,Uniforms,1",
            "k3,Uniforms hide bullying,Uniforms,-1");
        folder.Write("labels_dev.csv", "arg_id,key_point_id,label", "a1,k1,1", "a2,k1,0", "b1,k3,1");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void QuotedCellsKeepTheirCommasAndQuotes()
    {
        var texts = ArgKpFolder.Open(folder.Path, "dev").Arguments.Select(argument => argument.Text).ToList();

        Assert.Equal("Uniforms, as many say, reduce bullying", texts[0]);
        Assert.Equal("They call it \"order\"", texts[2]);
    }

    [Fact]
    public async Task UndecidedPairsAreWrongWhenStrictAndRightWhenRelaxed()
    {
        // For: of four arguments the two surest count, a2 with k2 (undecided; "costs" is the rarest word) and then a1 with k1
        // (right): strict 1/2. Against: b1 with k3 (right).
        var figures = await MeasureAsync();

        Assert.Equal((0.5 + 1) / 2, figures.Strict, 12);
        Assert.Equal(1, figures.Relaxed, 12);
    }

    [Fact]
    public async Task AnArgumentMeetsOnlyTheKeyPointsOfItsOwnSide()
    {
        folder.Write("labels_dev.csv", "arg_id,key_point_id,label", "b1,k1,1", "b1,k3,0");

        Assert.Equal(0, (await MeasureAsync()).Strict);
    }

    [Fact]
    public void AMalformedTableIsNamed()
    {
        folder.Write("labels_dev.csv", "arg_id,key_point_id,label", "a1,k1,1", "a1,k1");

        Refusal.Says("labels_dev.csv, line 3,", () => ArgKpFolder.Open(folder.Path, "dev"));
    }

    private Task<MatchingFigures> MeasureAsync() => KeyPointMatching.MeasureAsync(
        ArgKpFolder.Open(folder.Path, "dev"),
        EngineCatalog.Choose("lucene", new EngineSettings()).Single(),
        CancellationToken.None);
}
