using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Evaluation.Files;
using Bot.Evaluation.Sentences;
using Bot.Testing;

namespace Bot.Evaluation.Tests.Sentences;

public sealed partial class SentencesReportTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [SharedDataFact("data/sentences/golden-rules.json")]
    public void AtLeastFiftyGoldenRulesPass()
    {
        var passed = Passed.Match(Report(SharedData.PathOf("data/sentences/golden-rules.json")));

        Assert.InRange(int.Parse(passed.Groups[1].Value, CultureInfo.InvariantCulture), 50, 52);
    }

    [SharedDataFact("data/sentences/ewt-dev.json")]
    public void BoundariesOfATreebankAreFoundWithAnF1OfEightySeven()
    {
        var score = F1.Match(Report(SharedData.PathOf("data/sentences/ewt-dev.json")));

        Assert.InRange(double.Parse(score.Groups[1].Value, CultureInfo.InvariantCulture), 87, 100);
    }

    [Fact]
    public void ARuleThatFailsIsNamed()
    {
        File.WriteAllText(file, """
            [{"name":"right","input":"One. Two.","expected":["One.","Two."]},{"name":"wrong","input":"One. Two.","expected":["One. Two."]}]
            """);

        Assert.Equal(["Golden rules passed: 1 of 2", "  failed: wrong"], Report(file).TrimEnd().ReplaceLineEndings("\n").Split('\n'));
    }

    [Fact]
    public void BoundariesAreCountedOverTheWholeFile()
    {
        File.WriteAllText(file, """[{"text":"One. Two. Three so","sents":[[0,4],[5,9],[10,15],[16,18]]},{"text":"A day. It is","sents":[[0,12]]}]""");

        Assert.Equal("Boundaries inside 2 paragraphs: F1 66.7, precision 66.7, recall 66.7", Report(file).TrimEnd());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("no JSON")]
    public void AFileOfAnotherShapeIsRefused(string content)
    {
        File.WriteAllText(file, content);

        Assert.Contains(file, Assert.Throws<EvaluationException>(() => Report(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingFileIsNamed() => Assert.Throws<EvaluationException>(() => Report("/nowhere/rules.json"));

    private static string Report(string path)
    {
        using var output = new StringWriter();
        SentencesReport.Run(path, output);
        return output.ToString();
    }

    [GeneratedRegex("passed: ([0-9]+) of 52")]
    private static partial Regex Passed { get; }

    [GeneratedRegex("F1 ([0-9.]+)")]
    private static partial Regex F1 { get; }
}
