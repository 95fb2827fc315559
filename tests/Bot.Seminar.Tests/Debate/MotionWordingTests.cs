using Bot.Library.Lexicons;
using Bot.Seminar.Debate;

namespace Bot.Seminar.Tests.Debate;

public sealed class MotionWordingTests
{
    private static readonly MotionWording Wording = new(
        Lexicon.Default,
        [TestReadings.Of("town", "Town", "The mayor of Lisbon spoke, and ferries were cheap.", "When Lisbon speaks, the island and its ferries listen.")]);

    [Theory]
    [InlineData("The town council should buy a second ferry for the island [12].", "the town council should buy a second ferry for the island")]
    [InlineData("However, the council must pay for the ferry in every winter.", "the council must pay for the ferry in every winter")]
    [InlineData("Lisbon should buy a second ferry for the people of the island.", "Lisbon should buy a second ferry for the people of the island")]
    [InlineData("Ferries should be free for the nurses who work on the island.", "ferries should be free for the nurses who work on the island")]
    [InlineData("The EU should pay for a second ferry to the island.", "the EU should pay for a second ferry to the island")]
    [InlineData("EU members should pay for a second ferry to the island.", "EU members should pay for a second ferry to the island")]
    [InlineData("It is time to give the island a second ferry at last.", "it is time to give the island a second ferry at last")]
    public void ASentenceThatProposesIsAClaim(string sentence, string claim) => Assert.Equal(claim, Wording.ClaimOf(sentence));

    [Theory]
    [InlineData("Should the town council buy a second ferry for the island?")]
    [InlineData("Should the council buy a ferry, the island would be glad.")]
    [InlineData("It should also print a timetable that the people can read.")]
    [InlineData("The council should do this before the end of the year.")]
    [InlineData("The mayor said that the council should buy a second ferry.")]
    [InlineData("The mayor wrote that “the council should buy a second ferry”.")]
    [InlineData("The council should have bought a second ferry for the island.")]
    [InlineData("The council should pay.")]
    [InlineData("While the islanders cannot do without the ferry, the town looks away.")]
    [InlineData("If the council refuses the ferry to the island, the nurses stay at home.")]
    [InlineData("While the council should pay for a second ferry in every winter, the purse is empty.")]
    [InlineData("Behind the ferries stands a town that has lost its good name.")]
    [InlineData("The council has written its good reasons into law.")]
    [InlineData("Ferries are sometimes an obstacle to better things.")]
    [InlineData("The critics of the ferry are right that the winter is hard.")]
    [InlineData("I think the council should buy a second ferry for the island.")]
    [InlineData("The ferry carries the nurses of the island to the hospital.")]
    [InlineData("Quixotry should be praised wherever the people of the island meet.")]
    [InlineData("")]
    public void AnyOtherSentenceIsNone(string sentence) => Assert.Null(Wording.ClaimOf(sentence));
}
