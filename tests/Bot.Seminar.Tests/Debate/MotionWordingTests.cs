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
    [InlineData("A law that forced ferries on the island would be a mistake.", "a law that forced ferries on the island would be a mistake")]
    [InlineData("The council should close two lanes and give them to the buses of the island.", "the council should close two lanes and give them to the buses of the island")]
    [InlineData("Ferries are no help to the island, because the winter is hard.", "ferries are no help to the island")]
    public void ASentenceThatMaintainsIsAClaim(string sentence, string claim) => Assert.Equal(claim, Wording.ClaimOf(sentence));

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
    [InlineData("Whoever succeeds with the ferries, or with the island, takes a wrong thing for a good one.")]
    [InlineData("The good ideas of the island, which are old, should be praised by the town and by its mayor.")]
    [InlineData("The good ferries are so helpful, that the island cannot do without them.")]
    [InlineData("The council cannot have too much of the helpful ferries in which the people trust.")]
    [InlineData("A ferry that is useful to the island, and to the town, was praised.")]
    [InlineData("Every good ferry to the island helps it.")]
    [InlineData("The harm would be greater, the more ferries the island has.")]
    [InlineData("The helpful ferry itself is wrong.")]
    [InlineData("The mayor often shows the ferries in a good light.")]
    [InlineData("The good cost of the ferries fell by a third when the island helped.")]
    [InlineData("The ferry has led the island to see the need to help the town.")]
    [InlineData("The people of the island did not need to be protected against the ferries.")]
    [InlineData("No one pretends that the island should have a ferry of its own every day.")]
    [InlineData("")]
    public void AnyOtherSentenceIsNone(string sentence) => Assert.Null(Wording.ClaimOf(sentence));
}
