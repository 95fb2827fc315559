using Bot.Evaluation.Engines;
using Bot.Evaluation.Seeds;
using Bot.Testing;

namespace Bot.Evaluation.Tests.Seeds;

/// <summary>The baseline is the one that the targets were set against.</summary>
public class SeedBaselineTests
{
    [SharedDataFact("eval/seed-dev.jsonl")]
    public void PlainBm25OverSentencesIsAsMeasuredElsewhere()
    {
        var questions = SeedQuestion.ReadFile(SharedData.PathOf("eval/seed-dev.jsonl"));
        var file = Directory.GetFiles(SharedData.PathOf("seeds"), "*.txt").Single();
        var reading = InMemoryReading.Create("article", "", File.ReadLines(file).Where(line => !string.IsNullOrWhiteSpace(line)));

        var figures = SeedFigures.Count(SeedRun.Baseline(questions, [reading]));

        // Elsewhere: 10, 13 and 4. The sentences differ a little, since the file's headings are left in here.
        Assert.Equal((10, 13, 4), (figures.AskFirst, figures.AskThree, figures.CounterFirst));
        Assert.InRange(figures.AskFirst, 9, 11);
        Assert.InRange(figures.AskThree, 12, 14);
        Assert.InRange(figures.CounterFirst, 3, 5);
    }
}
