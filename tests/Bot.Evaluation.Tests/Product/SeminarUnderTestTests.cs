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
        folder.Write("coffee.md", "---", "title: On coffee", "---", "", "Coffee is brewed from roasted seeds. Tea is made of leaves.");

        var seminar = await SeminarUnderTest.OpenAsync(folder.Path, CancellationToken.None);
        var reply = await seminar.AskAsync("ask", "What is coffee brewed from?", reading: null, CancellationToken.None);

        Assert.Equal("On coffee", Assert.Single(seminar.Readings).Title);
        Assert.Contains("roasted seeds", reply.ToPlainText(), StringComparison.Ordinal);
        Assert.NotNull(reply.Confidence);
    }

    [Fact]
    public async Task AFolderWithNothingToReadIsNamed()
    {
        var thrown = await Assert.ThrowsAsync<EvaluationException>(() => SeminarUnderTest.OpenAsync(folder.Path, CancellationToken.None));

        Assert.Contains(folder.Path, thrown.Message, StringComparison.Ordinal);
    }
}
