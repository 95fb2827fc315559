using Bot.Evaluation.Gold;
using Bot.Library.Readings.Folders;
using Bot.Testing;

namespace Bot.Evaluation.Tests.Gold;

/// <summary>Checks that the baseline is the one that the targets were set against.</summary>
public class GoldBaselineTests
{
    [SharedDataFact("eval/seed-dev.jsonl")]
    public async Task PlainBm25OverSentencesIsAsMeasuredElsewhere()
    {
        var questions = GoldQuestion.ReadFile(SharedData.PathOf("eval/seed-dev.jsonl"));
        var readings = ReadingFolder.Load(SharedData.PathOf("seeds")).Readings;

        var figures = new GoldFigures(await GoldRun.BaselineAsync(questions, readings, CancellationToken.None));

        // The original figures are 10, 13 and 4, with another sentence splitter.
        Assert.InRange(figures.AskFirst.Count, 8, 12);
        Assert.InRange(figures.AskThree.Count, 11, 15);
        Assert.InRange(figures.CounterFirst.Count, 3, 5);
    }
}
