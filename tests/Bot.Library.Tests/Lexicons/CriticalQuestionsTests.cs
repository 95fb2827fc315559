using Bot.Library.Lexicons;

namespace Bot.Library.Tests.Lexicons;

public sealed class CriticalQuestionsTests
{
    private static readonly CriticalQuestions Questions = Lexicon.Default.CriticalQuestions;

    [Theory]
    [InlineData("The council should pay for the ferry.", "policy")]
    [InlineData("The ferry causes noise in the harbour.", "cause")]
    [InlineData("The ferry is as fast as the bus.", "comparison")]
    [InlineData("The ferry has not worked as an instrument of trade.", "assertion")]
    [InlineData("As the mayor of the town says, the ferry is late.", "expert-opinion")]
    [InlineData("The policy of the council is known to all.", "assertion")]
    [InlineData("", "assertion")]
    public void TheLongestCueTellsTheKindOfAClaim(string claim, string kind) => Assert.Equal(kind, Questions.KindOf(claim));

    [Theory]
    [InlineData("policy:\n  cues: []\n  questions: [Why?]\n")]
    [InlineData("assertion:\n  cues: []\n  questions: []\n")]
    [InlineData("assertion: [\n")]
    public void AFileThatCannotServeIsRefusedByName(string text)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, text);
        try
        {
            Assert.Contains(path, Assert.Throws<FormatException>(() => CriticalQuestions.Load(path)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
