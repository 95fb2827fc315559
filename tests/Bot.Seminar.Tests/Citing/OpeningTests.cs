using Bot.Seminar.Citing;

namespace Bot.Seminar.Tests.Citing;

public sealed class OpeningTests
{
    [Theory]
    [InlineData("They would lose two hours a day.")]
    [InlineData("However, the loss is small.")]
    [InlineData("In contrast, the bridge was never built.")]
    [InlineData("Until this ferry is paid for, nothing moves.")]
    [InlineData("Admittedly, it did so under protest.")]
    [InlineData("The other one carries sheep.")]
    [InlineData("The council has heard the reasons, and I believe neither.")]
    [InlineData("“This is absurd,” said the captain.")]
    public void ASentenceThatPointsBackLeansBack(string sentence) => Assert.True(Opening.LeansBack(sentence));

    [Theory]
    [InlineData("The ferry runs at night.")]
    [InlineData("It is time to pay for the ferry.")]
    [InlineData("It’s time for the council to pay.")]
    [InlineData("It could be argued that the ferry is late.")]
    [InlineData("There is no other way across.")]
    [InlineData("Some critics say that the ferry is slow.")]
    [InlineData("While the ferry is slow, it is sure.")]
    public void ASentenceThatStandsAloneDoesNot(string sentence) => Assert.False(Opening.LeansBack(sentence));

    [Theory]
    [InlineData("The council should never take such a step.", true)]
    [InlineData("The council, as he says, is late.", true)]
    [InlineData("Those who wait for the ferry should have a roof.", false)]
    [InlineData("Boats such as the ferry need a harbour.", false)]
    public void AWordThatPointsOutOfTheSentenceIsFoundAnywhere(string sentence, bool points) =>
        Assert.Equal(points, Opening.PointsOut(sentence));

    [Fact]
    public void AQuoteBeginsWithTheSentenceThatItsLastOneLeansOn()
    {
        var paragraph = TestReadings.Of("ferry", "Ferry", "The ferry is old. It leaks. However, they love it. This is why it runs. The harbour is deep.").Paragraphs[0];

        Assert.Equal([1, 1, 1, null, 5], Enumerable.Range(1, 5).Select(number => Opening.FindFirstToQuote(paragraph, number)));
        Assert.Null(Opening.FindFirstToQuote(TestReadings.Of("ferry", "Ferry", "They love the ferry.").Paragraphs[0], 1));
    }

    [Theory]
    [InlineData("Certainly, the ferry is old. But nobody fears the sea. The harbour is deep.", 2)]
    [InlineData("Certainly, the ferry is old. But it floats. However, it leaks.", 3)]
    [InlineData("The ferry is old. However old it is, it floats.", 1)]
    [InlineData("The ferry is old. Yetis do not use it.", 1)]
    [InlineData("The ferry is old.", 1)]
    [InlineData("The ferry is old. But who fears the sea?", null)]
    [InlineData("The ferry is old. But it floats. Yet it leaks. Nevertheless it sails.", null)]
    public void AQuoteEndsWithTheSentenceThatAnswersIt(string text, int? last) =>
        Assert.Equal(last, Opening.FindLastToQuote(TestReadings.Of("ferry", "Ferry", text).Paragraphs[0], 1, 1));
}
