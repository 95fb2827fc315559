using Bot.Evaluation.Metrics;

namespace Bot.Evaluation.Tests.Metrics;

public class FoldedTextTests
{
    [Fact]
    public void QuotationMarksAndWhiteSpaceMakeNoDifference() =>
        Assert.True(FoldedText.Contains("He said:  “it’s\u00a0over”.", "said: \"it's over\""));

    [Fact]
    public void LettersDo() => Assert.False(FoldedText.Contains("He said it", "he said"));

    [Theory]
    [InlineData("in 1962 it rained", "1962", true)]
    [InlineData("in 1962 it rained", "2", false)]
    [InlineData("12 and 2", "2", true)]
    [InlineData("cost $12.", "$12", true)]
    [InlineData("anything", "", false)]
    public void AWordIsFoundWhole(string text, string part, bool found) =>
        Assert.Equal(found, FoldedText.ContainsWords(text, part));
}
