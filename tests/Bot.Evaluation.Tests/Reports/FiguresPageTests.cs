using Bot.Evaluation.Files;
using Bot.Evaluation.Reports;

namespace Bot.Evaluation.Tests.Reports;

public sealed class FiguresPageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void TheTablesOfTheLastRunMakeRoomForThoseOfThisOne()
    {
        var path = folder.Write("page.md", $"# Page\n\n{FiguresPage.Marker}\n\nold\n");

        new FiguresPage(path).Replace(new DateOnly(2026, 1, 2), "| new |\n\n");

        Assert.Equal(
            $"# Page\n\n{FiguresPage.Marker}\n\nFrom one run on 2026-01-02, the engines side by side.\n\n| new |\n", File.ReadAllText(path));
    }

    [Fact]
    public void APageWithoutAPlaceForThemIsRefusedBeforeAnythingIsMeasured()
    {
        var page = new FiguresPage(folder.Write("page.md", "# Page"));

        Assert.Contains("has no line", Assert.Throws<EvaluationException>(page.Require).Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
