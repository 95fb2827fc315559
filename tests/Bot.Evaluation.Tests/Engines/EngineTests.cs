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

    public static TheoryData<string> Every => ["ours", "lucene", "fts5"];

    [Theory, MemberData(nameof(Every))]
    public void TheDocumentWithTheRarerWordsComesFirst(string name)
    {
        using var engine = Open(name);

        Assert.Equal("coffee", engine.Rank("brewing with water", 10)[0].Id);
        Assert.Equal(3, engine.Rank("brewing with water", 10).Count);
    }

    [Theory, MemberData(nameof(Every))]
    public void ScoresFallFromTheFirstToTheLast(string name)
    {
        using var engine = Open(name);
        var scores = engine.Rank("hot water with tea", 10).Select(found => found.Score).ToList();

        Assert.Equal(scores.OrderDescending(), scores);
        Assert.All(scores, score => Assert.True(score > 0));
    }

    [Theory, MemberData(nameof(Every))]
    public void TheTitleIsSearchedWithTheText(string name)
    {
        using var engine = Open(name);

        Assert.Equal("bread", engine.Rank("bread", 10)[0].Id);
    }

    [Theory, MemberData(nameof(Every))]
    public void ADocumentThatIsNotAcceptedMakesRoomForTheNext(string name)
    {
        using var engine = Open(name);

        Assert.Equal("tea", Assert.Single(engine.Rank("hot water, brewed", 1, id => id == "tea")).Id);
    }

    [Theory, MemberData(nameof(Every))]
    public void AQueryIsNeverTakenForSyntax(string name)
    {
        using var engine = Open(name);

        Assert.Empty(engine.Rank("", 10));
        Assert.Empty(engine.Rank("\" ( * : -", 10));
        Assert.Equal("bread", engine.Rank("-bread) \"zebra", 10)[0].Id);
    }

    [Theory, MemberData(nameof(Every))]
    public void AWholeArgumentMayBeAQuery(string name)
    {
        using var engine = Open(name);

        Assert.Equal("bread", engine.Rank($"{Words(500)} bread", 10)[0].Id);
    }

    [Theory]
    [InlineData("lucene")]
    [InlineData("fts5")]
    public void AQueryMayHaveMoreWordsThanLuceneAllowsClauses(string name)
    {
        using var engine = Open(name);

        Assert.Equal("bread", engine.Rank($"{Words(3000)} bread bread", 10)[0].Id);
    }

    [Theory, MemberData(nameof(Every))]
    public void AnEmptyCorpusHasNothing(string name)
    {
        using var engine = Choose(name);
        engine.Index([]);

        Assert.Empty(engine.Rank("water", 10));
    }

    [Fact]
    public void WithoutLengthDiscountALongDocumentIsWorthAsMuchAsAShortOne()
    {
        var filler = string.Join(' ', Enumerable.Repeat("filler", 50));
        CorpusDocument[] corpus = [new("short", "", "tea"), new("long", "", $"tea {filler}")];
        using var discounting = new LuceneEngine();
        using var plain = new LuceneEngine(b: 0);
        discounting.Index(corpus);
        plain.Index(corpus);

        Assert.True(discounting.Rank("tea", 2)[0].Score > discounting.Rank("tea", 2)[1].Score);
        Assert.Equal(plain.Rank("tea", 2)[0].Score, plain.Rank("tea", 2)[1].Score, 6);
    }

    [Fact]
    public void AgainstAClaimTheProductOffersWhatOpposesIt()
    {
        CorpusDocument[] corpus =
        [
            new("for", "", "Zoos protect rare animals and are a success."),
            new("against", "", "Zoos harm rare animals and are a failure."),
            new("elsewhere", "", "Trains are good and fast."),
        ];
        using var engine = new OursEngine(SearchMode.Counter);
        engine.Index(corpus);

        Assert.Equal("against", engine.Rank("Zoos help rare animals.", 3)[0].Id);
    }

    [Fact]
    public void AnUnknownEngineIsAnsweredWithThoseThereAre()
    {
        Refusal.Says("lucene", () => EngineCatalog.Choose("google", new EngineSettings()));
    }

    private static string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(i => $"word{i}"));

    private static IRankingEngine Open(string name)
    {
        var engine = Choose(name);
        engine.Index(Corpus);
        return engine;
    }

    private static IRankingEngine Choose(string name) => EngineCatalog.Choose(name, new EngineSettings()).Single().Open();
}
