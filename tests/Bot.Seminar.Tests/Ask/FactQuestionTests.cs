using Bot.Chat;
using Bot.Library.Readings;
using Bot.Seminar.Ask;

namespace Bot.Seminar.Tests.Ask;

public sealed class FactQuestionTests
{
    private static readonly Reading Canal = TestReadings.Of("canal", "The Canal", "It was dug.") with
    { Author = "Ida Lund", Date = new DateOnly(1901, 5, 3), Source = "https://example.org/canal" };

    private static readonly Reading Locks = TestReadings.Of("locks", "On Locks and Gates", "They open.", "# References", "One.");

    [Theory]
    [InlineData("Who wrote The Canal?", "“The Canal” is by Ida Lund.")]
    [InlineData("who is the author of The Canal", "“The Canal” is by Ida Lund.")]
    [InlineData("Who is The Canal by?", "“The Canal” is by Ida Lund.")]
    [InlineData("Who wrote this?", "“The Canal” is by Ida Lund.")]
    [InlineData("When was The Canal published?", "“The Canal” is dated 3 May 1901.")]
    [InlineData("In what year was “The Canal” written?", "“The Canal” is dated 3 May 1901.")]
    [InlineData("Who wrote The Canal? When was it published?", "“The Canal” is dated 3 May 1901.")]
    [InlineData("Where was The Canal published?", "“The Canal” is from https://example.org/canal.")]
    [InlineData("Who wrote On Locks and Gates?", "“On Locks and Gates” doesn’t say who wrote it.")]
    public void AQuestionOnAFilesMetadataIsAnswered(string question, string answer) =>
        Assert.Contains(answer, ReplyTo(question)?.ToPlainText(), StringComparison.Ordinal);

    [Theory]
    [InlineData("Who wrote the constitution?")]
    [InlineData("When was the canal dug?")]
    [InlineData("When was the lock built?")]
    [InlineData("Who wrote that canals pay for themselves?")]
    [InlineData("Where is the canal?")]
    public void AQuestionOnTheSubjectIsNotAFollowUp(string question) => Assert.Null(FactQuestion.Of(question, [Canal, Locks]));

    [Fact]
    public void ADateThatNoFileGivesIsLookedForInTheTexts() =>
        Assert.Null(ReplyTo("When was On Locks and Gates published?"));

    private static ChatReply? ReplyTo(string question)
    {
        var fact = FactQuestion.Of(question, [Canal, Locks]);
        Assert.NotNull(fact);
        return FactReply.Of(fact);
    }
}
