using Bot.Library.Lexicons;
using Bot.Library.Readings;
using Bot.Library.Search;
using Bot.Seminar.Arguments;

namespace Bot.Seminar.Tests.Arguments;

public sealed class ArgumentSearchTests
{
    [Theory]
    [InlineData("Ferries make the island richer.", "Ferries do not make the island richer.")]
    [InlineData("Ferries do not make the island richer.", "Ferries make the island richer.")]
    [InlineData("The ferry should be kept.", "The ferry should be abandoned.")]
    [InlineData("The old ferry was a success.", "The old ferry failed within a year.")]
    [InlineData("The town refuses contact with the island.", "The town has maintained relations with the island since 1901.")]
    public void WhatDeniesAClaimSpeaksAgainstIt(string claim, string sentence)
    {
        Assert.Equal(sentence, Assert.Single(Find(claim, sentence).Against).Passage.Quote);
        Assert.Empty(Find(claim, sentence).For);
    }

    [Theory]
    [InlineData("Ferries make the island richer.", "Ferries make the island richer when they are cheap.")]
    [InlineData("Engagement rewards bad behaviour.", "Engagement rewards bad behaviour if it pays too early.")]
    [InlineData("The old ferry was a failure.", "The old ferry failed within a year.")]
    public void WhatAgreesUnderAConditionSpeaksForIt(string claim, string sentence)
    {
        Assert.Empty(Find(claim, sentence).Against);
        Assert.Single(Find(claim, sentence).For);
    }

    [Theory]
    [InlineData("Ferries make the island richer.", "Bakeries do not open on Sunday.")]
    [InlineData("The town refuses all talks.", "I accept the risk of a storm at sea.")]
    public void AnUnrelatedDenialIsNoCounter(string claim, string sentence) => Assert.Empty(Find(claim, sentence).Against);

    [Fact]
    public void AnAnswerIsQuotedWithItsQuestion()
    {
        var counter = Assert.Single(Find("A wider road shortens the way to work.", "Does a wider road shorten the way to work? It does not.").Against);

        Assert.StartsWith("Does a wider road", counter.Passage.Quote, StringComparison.Ordinal);
        Assert.StartsWith("answers", counter.Cue, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsReportedAndThenRejectedIsACounter()
    {
        var counter = Assert.Single(Find("Ferries make the island richer.", "They say that ferries make the island richer. That is a myth.").Against);

        Assert.Contains("That is a myth", counter.Cue, StringComparison.Ordinal);
        Assert.Contains("They say", counter.Passage.Quote, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The saying that ferries make the island richer is one of the pleasant falsehoods of the town.", "one of the pleasant falsehoods")]
    [InlineData("It is a mistake to think that ferries make the island richer.", "It is a mistake to think")]
    [InlineData("The town lives by the myth that ferries make the island richer.", "the myth that")]
    public void WhatIsReportedAsFalseIsACounter(string sentence, string words)
    {
        var counter = Assert.Single(Find("Ferries make the island richer.", sentence).Against);

        Assert.Equal($"rejects it: “{words}”", counter.Cue);
        Assert.Empty(Find("Ferries make the island richer.", sentence).For);
    }

    [Theory]
    [InlineData("The saying that ferries make the island richer is not a falsehood.")]
    [InlineData("The idea that ferries make the island richer is right, though the idea of a bridge is wrong.")]
    public void WhatIsReportedAsTrueIsNone(string sentence) => Assert.Empty(Find("Ferries make the island richer.", sentence).Against);

    private static BothSides Find(string claim, string paragraph)
    {
        Reading[] readings =
        [
            TestReadings.Of("one", "One", paragraph),
            TestReadings.Of("two", "Two", "Sheep graze behind the church in summer.", "Bread is baked before dawn in every street."),
        ];
        var index = ReadingIndex.Build(readings, Lexicon.Default);
        return ArgumentSearch.Run(index, new Claim(claim, index.Lexicon));
    }
}
