using Bot.Evaluation.Engines;

namespace Bot.Evaluation.Tests.Engines;

public class EngineTests
{
    private static readonly CorpusDocument[] Corpus =
    [
        new("tea", "Tea", "Leaves of a shrub, steeped in hot water."),
        new("coffee", "", "Roasted seeds, brewed with hot water. Coffee is drunk black."),
        new("empty", "", ""),
        new("bread", "Bread", "Flour, yeast and water, baked."),
    ];

    public static TheoryData<string> Words => ["lucene", "fts5"];

    public static TheoryData<string> Every => ["ours", "lucene", "fts5", "minilm"];

    [Theory, MemberData(nameof(Every))]
    public async Task TheDocumentWithTheRarerWordsComesFirst(string name)
    {
        using var engine = await OpenAsync(name);

        Assert.Equal("coffee", (await RankAsync(engine, "brewing with water", 10))[0].Id);
    }

    [Theory, MemberData(nameof(Words))]
    public async Task ScoresFallFromTheFirstToTheLast(string name)
    {
        using var engine = await OpenAsync(name);
        var scores = (await RankAsync(engine, "hot water with tea", 10)).Select(found => found.Score).ToList();

        Assert.Equal(scores.OrderDescending(), scores);
        Assert.All(scores, score => Assert.True(score > 0));
    }

    [Theory, MemberData(nameof(Words))]
    public async Task OnlyDocumentsThatShareAWordAreFound(string name)
    {
        using var engine = await OpenAsync(name);

        Assert.Equal(3, (await RankAsync(engine, "brewing with water", 10)).Count);
    }

    [Theory]
    [InlineData("ours")]
    [InlineData("minilm")]
    public async Task ADocumentIsFoundInOtherWords(string name)
    {
        using var engine = await OpenAsync(name);

        Assert.Equal("bread", (await RankAsync(engine, "a loaf from the oven", 10))[0].Id);
    }

    [Theory, MemberData(nameof(Every))]
    public async Task TheTitleIsSearchedWithTheText(string name)
    {
        using var engine = await OpenAsync(name);

        Assert.Equal("bread", (await RankAsync(engine, "bread", 10))[0].Id);
    }

    [Theory, MemberData(nameof(Every))]
    public async Task ADocumentThatIsNotAcceptedMakesRoomForTheNext(string name)
    {
        using var engine = await OpenAsync(name);

        Assert.Equal("tea", Assert.Single((await RankAsync(engine, "hot water, brewed", 1, id => id == "tea"))).Id);
    }

    [Theory, MemberData(nameof(Words))]
    public async Task AQueryIsNeverTakenForSyntax(string name)
    {
        using var engine = await OpenAsync(name);

        Assert.Empty((await RankAsync(engine, "", 10)));
        Assert.Empty((await RankAsync(engine, "\" ( * : -", 10)));
        Assert.Equal("bread", (await RankAsync(engine, "-bread) \"zebra", 10))[0].Id);
    }

    [Theory, MemberData(nameof(Words))]
    public async Task AWholeArgumentMayBeAQuery(string name)
    {
        using var engine = await OpenAsync(name);

        Assert.Equal("bread", (await RankAsync(engine, $"{Filler(500)} bread", 10))[0].Id);
    }

    [Theory]
    [InlineData("lucene")]
    [InlineData("fts5")]
    public async Task AQueryMayHaveMoreWordsThanLuceneAllowsClauses(string name)
    {
        using var engine = await OpenAsync(name);

        Assert.Equal("bread", (await RankAsync(engine, $"{Filler(3000)} bread bread", 10))[0].Id);
    }

    [Theory, MemberData(nameof(Every))]
    public async Task AnEmptyCorpusHasNothing(string name)
    {
        using var engine = Choose(name);
        await engine.IndexAsync([], CancellationToken.None);

        Assert.Empty((await RankAsync(engine, "water", 10)));
    }

    [Fact]
    public async Task WithoutLengthDiscountALongDocumentIsWorthAsMuchAsAShortOne()
    {
        var filler = string.Join(' ', Enumerable.Repeat("filler", 50));
        CorpusDocument[] corpus = [new("short", "", "tea"), new("long", "", $"tea {filler}")];
        using var discounting = new LuceneEngine();
        using var plain = new LuceneEngine(b: 0);
        await discounting.IndexAsync(corpus, CancellationToken.None);
        await plain.IndexAsync(corpus, CancellationToken.None);

        Assert.True((await RankAsync(discounting, "tea", 2))[0].Score > (await RankAsync(discounting, "tea", 2))[1].Score);
        Assert.Equal((await RankAsync(plain, "tea", 2))[0].Score, (await RankAsync(plain, "tea", 2))[1].Score, 6);
    }

    [Fact]
    public void AnUnknownEngineIsAnsweredWithThoseThereAre()
    {
        Refusal.Says("lucene", () => EngineCatalog.Choose("google", new EngineSettings()));
    }

    private static string Filler(int count) => string.Join(' ', Enumerable.Range(0, count).Select(i => $"word{i}"));

    private static async Task<IRankingEngine> OpenAsync(string name)
    {
        var engine = Choose(name);
        await engine.IndexAsync(Corpus, CancellationToken.None);
        return engine;
    }

    private static Task<IReadOnlyList<RankedDocument>> RankAsync(IRankingEngine engine, string query, int count, Func<string, bool>? accepts = null) =>
        engine.RankAsync(query, count, accepts, CancellationToken.None);

    private static IRankingEngine Choose(string name) => EngineCatalog.Choose(name, new EngineSettings()).Single().Open();
}
