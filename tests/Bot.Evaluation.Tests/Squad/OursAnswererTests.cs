using Bot.Evaluation.Squad;

namespace Bot.Evaluation.Tests.Squad;

public sealed class OursAnswererTests : IDisposable
{
    private const string Rhine = "The Rhine rises in the mountains of Switzerland.";
    private readonly OursAnswerer answerer = new();

    public OursAnswererTests() => answerer.Index(
    [
        new SquadArticle("Rivers", [new("1.1", Rhine, []), new("1.2", "The Danube is longer than many other rivers.", [])]),
        new SquadArticle("Drinks", [new("2.1", "Tea is a drink from China.", []), new("2.2", "Coffee is roasted.", [])]),
    ]);

    public void Dispose() => answerer.Dispose();

    [Fact]
    public async Task AnAnswerIsGoneWithItsParagraphAndBackWithIt()
    {
        Assert.Equal(Rhine, (await AskAsync(without: null)).Quote);
        Assert.True((await AskAsync(without: "1.1")).IsSilent);
        Assert.Equal(Rhine, (await AskAsync(without: "1.2")).Quote);
        Assert.Equal(Rhine, (await AskAsync(without: "2.1")).Quote);
        Assert.True((await AskAsync(without: "1.1")).IsSilent);
        Assert.Equal(Rhine, (await AskAsync(without: null)).Quote);

        Task<SquadAnswer> AskAsync(string? without) =>
            answerer.AskAsync("Where does the Rhine rise, in which mountains?", without, CancellationToken.None);
    }

    [Fact]
    public void ParagraphsAreRankedOverAllArticles()
    {
        Assert.Equal("1.2", answerer.Rank("How long is the Danube?", 5)[0]);
        Assert.Equal("2.1", answerer.Rank("Which drink came from China?", 5)[0]);
    }
}
