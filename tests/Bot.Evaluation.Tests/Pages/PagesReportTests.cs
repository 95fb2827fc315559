using System.Globalization;
using Bot.Evaluation.Files;
using Bot.Evaluation.Pages;
using Bot.Testing;

namespace Bot.Evaluation.Tests.Pages;

public sealed class PagesReportTests
{
    [Theory]
    [InlineData("the river rose", "The river: rose!", 1)]
    [InlineData("the river rose", "a wall fell", 0)]
    [InlineData("the river", "the river the river", 2.0 / 3)]
    [InlineData("", "", 1)]
    [InlineData("", "river", 0)]
    public void OverlapCountsEachWordAsOftenAsItStandsThere(string found, string gold, double f1) =>
        Assert.Equal(f1, WordOverlap.F1(found, gold), 1e-9);

    [Fact]
    public void APageIsReadAsTheProductReadsItAndSetBesideAllItsText()
    {
        using var folder = new TemporaryFolder();
        folder.Write("river/source.html", "<nav>Home News Weather Sport</nav><article><p>The river rose in May, and nobody was there.</p></article>");
        folder.Write("river/expected.html", "<p>The river rose in May, and nobody was there.</p>");

        var row = Row(Run(folder.Path), "river");

        Assert.Equal("1.000", row[1]);
        Assert.Equal(".818", row[2]);
    }

    [Fact]
    public void AFolderWithoutPagesIsNamed()
    {
        using var folder = new TemporaryFolder();

        Assert.Contains(folder.Path, Assert.Throws<EvaluationException>(() => Run(folder.Path)).Message, StringComparison.Ordinal);
    }

    [SharedDataFact("data/readability")]
    public void TheMainTextOfSavedPagesIsFoundFarBetterThanByTakingAll()
    {
        var mean = Row(Run(SharedData.PathOf("data/readability")), "mean");

        Assert.True(Number(mean[1]) > 0.98, $"The mean fell to {mean[1]}.");
        Assert.True(Number(mean[1]) > Number(mean[2]) + 0.1, $"All text gets {mean[2]}.");
    }

    private static string Run(string folder)
    {
        using var output = new StringWriter();
        PagesReport.Run(folder, output);
        return output.ToString();
    }

    private static string[] Row(string report, string name) => report.Split('\n')
        .Select(line => line.Trim('|', ' ', '\r').Split('|', StringSplitOptions.TrimEntries))
        .First(cells => cells[0].StartsWith(name, StringComparison.Ordinal));

    private static double Number(string share) => double.Parse(share, CultureInfo.InvariantCulture);
}
