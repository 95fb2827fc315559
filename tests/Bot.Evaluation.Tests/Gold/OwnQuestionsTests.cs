using Bot.Evaluation.Gold;
using Bot.Evaluation.Metrics;
using Bot.Library.Readings.Folders;
using Bot.Testing;

namespace Bot.Evaluation.Tests.Gold;

/// <summary>The repository's questions: on the shipped readings, and on three texts of other subjects.</summary>
public class OwnQuestionsTests
{
    private static readonly string Questions = Path.Combine(Repository.Root, "tests", "Bot.Evaluation", "Questions");

    [Theory]
    [InlineData("shipped-readings.jsonl", "../../../seeds")]
    [InlineData("other-subjects.jsonl", "other-subjects")]
    public void EveryGoldPassageStandsInAReading(string file, string folder)
    {
        var readings = ReadingFolder.Load(Path.Combine(Questions, folder)).Readings;
        var text = string.Join('\n', readings.SelectMany(reading => reading.Paragraphs).Select(paragraph => paragraph.Text));

        Assert.All(
            GoldQuestion.ReadFile(Path.Combine(Questions, file)).Where(question => question.IsAnswerable),
            question => Assert.Contains(question.Gold, gold => FoldedText.Contains(text, gold)));
    }
}
