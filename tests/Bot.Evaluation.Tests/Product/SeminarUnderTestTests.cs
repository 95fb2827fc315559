using Bot.Chat;
using Bot.Evaluation.Engines;
using Bot.Evaluation.Files;
using Bot.Evaluation.Product;

namespace Bot.Evaluation.Tests.Product;

public sealed class SeminarUnderTestTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task TheProductsOwnCommandsAnswer()
    {
        var seminar = SeminarUnderTest.Over([InMemoryReading.Create("tea", "On tea", ["Tea is a drink. It came from China."])]);

        Assert.Contains("It came from China.", await ShowAsync(seminar), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderIsReadAsTheProductReadsIt()
    {
        folder.Write("coffee.md", "---", "title: On coffee", "---", "", "Coffee is brewed from roasted seeds.");

        var seminar = SeminarUnderTest.Open(folder.Path);

        Assert.Equal("On coffee", Assert.Single(seminar.Readings).Title);
        Assert.Contains("roasted seeds", await ShowAsync(seminar), StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderWithNothingToReadIsNamed()
    {
        var thrown = Assert.Throws<EvaluationException>(() => SeminarUnderTest.Open(folder.Path));

        Assert.Contains(folder.Path, thrown.Message, StringComparison.Ordinal);
    }

    private static async Task<string> ShowAsync(SeminarUnderTest seminar)
    {
        var reply = await seminar.AskAsync("show", "¶1", CancellationToken.None);
        Assert.Equal(ReplyStatus.Answered, reply.Status);
        return reply.ToPlainText();
    }
}
