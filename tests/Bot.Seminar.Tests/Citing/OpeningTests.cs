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
    [InlineData("However, the loss is small.", true)]
    [InlineData("However, they are few.", false)]
    [InlineData("They are few.", false)]
    public void AWordThatTurnsIsToldFromOneThatPoints(string sentence, bool onlyTurns) =>
        Assert.Equal(onlyTurns, Opening.OnlyTurns(sentence));
}
