using Bot.Evaluation.Squad;

namespace Bot.Evaluation.Tests.Squad;

public sealed class OursAnswererTests : IAsyncLifetime, IDisposable
{
    private const string Rhine = "The Rhine rises in the mountains of Switzerland.";
    private readonly OursAnswerer answerer = new();

    public Task InitializeAsync() => answerer.IndexAsync(
        [
            new SquadArticle("Rivers", [new("1.1", Rhine, []), new("1.2", "The Danube is longer than many other rivers.", [])]),
            new SquadArticle("Drinks", [new("2.1", "Tea is a drink from China.", []), new("2.2", "Coffee is roasted.", [])]),
        ],
        CancellationToken.None);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => answerer.Dispose();

    [Fact]
    public async Task AnAnswerIsGoneWithItsParagraphAndItsScoreFalls()
    {
        var (with, without) = (await AskAsync(without: null), await AskAsync(without: "1.1"));

        Assert.Equal(Rhine, with.Quote);
        Assert.NotEqual(Rhine, without.Quote);
        Assert.True(with.Score > without.Score);
        Assert.Equal(Rhine, (await AskAsync(without: "2.1")).Quote);

        Task<SquadAnswer> AskAsync(string? without) =>
            answerer.AskAsync("Where does the Rhine rise, in which mountains?", without, CancellationToken.None);
    }

    [Fact]
    public async Task ParagraphsAreRankedOverAllArticles()
    {
        Assert.Equal("1.2", (await answerer.RankAsync("How long is the Danube?", 5, CancellationToken.None))[0]);
        Assert.Equal("2.1", (await answerer.RankAsync("Which drink came from China?", 5, CancellationToken.None))[0]);
    }
}
