using Bot.Evaluation.Metrics;
using Bot.Evaluation.Product;
using Bot.Evaluation.Seeds;
using Bot.Testing;

namespace Bot.Evaluation.Tests.Seeds;

/// <summary>The questions that are part of the repository: on the readings that ship, and on three of other subjects.</summary>
public class OwnQuestionsTests
{
    private static readonly string Questions = Path.Combine(Repository.Root, "tests", "Bot.Evaluation", "Questions");

    // What was reached when the rules were set; a change that loses more than it wins shows here.
    [Fact]
    public async Task TheShippedReadingsAreAnsweredAsWellAsBefore()
    {
        var figures = await MeasureAsync("shipped-readings.jsonl", Path.Combine(Repository.Root, "seeds"));

        Assert.True(
            figures is { Answerable: 63, AskFirst: >= 55, AskThree: >= 58, FalseRefusals: <= 1, Unanswerable: 27, Abstained: >= 17 },
            figures.ToString());
    }

    [Fact]
    public async Task ReadingsOnOtherSubjectsAreAnsweredAsWellAsBefore()
    {
        var figures = await MeasureAsync("other-subjects.jsonl", Path.Combine(Questions, "other-subjects"));

        Assert.True(
            figures is { Answerable: 25, AskFirst: >= 17, AskThree: >= 20, FalseRefusals: <= 3, Unanswerable: 10, Abstained: >= 5 },
            figures.ToString());
    }

    [Theory]
    [InlineData("shipped-readings.jsonl", "../../../seeds")]
    [InlineData("other-subjects.jsonl", "other-subjects")]
    public void EveryGoldPassageStandsInAReading(string file, string folder)
    {
        var seminar = SeminarUnderTest.Open(Path.Combine(Questions, folder));
        var text = string.Join('\n', seminar.Readings.SelectMany(reading => reading.Paragraphs).Select(paragraph => paragraph.Text));

        Assert.All(
            SeedQuestion.ReadFile(Path.Combine(Questions, file)).Where(question => question.IsAnswerable),
            question => Assert.Contains(question.Gold, gold => FoldedText.Contains(text, gold)));
    }

    private static async Task<SeedFigures> MeasureAsync(string file, string readings)
    {
        var seminar = SeminarUnderTest.Open(readings);
        var questions = SeedQuestion.ReadFile(Path.Combine(Questions, file));
        return SeedFigures.Count(await SeedRun.AskAsync(questions, seminar.AskAsync, CancellationToken.None));
    }
}
