using Bot.Seminar.Debate;

namespace Bot.Seminar.Tests.Debate;

public sealed class MotionSentenceTests
{
    [Theory]
    [InlineData("The council should pay for the ferry.", "The council should pay for the ferry")]
    [InlineData("Liberty is to faction what air is to fire [12].", "Liberty is to faction what air is to fire")]
    [InlineData("But the council should pay for the ferry.", "The council should pay for the ferry")]
    [InlineData("Therefore, the council should pay for the ferry.", "The council should pay for the ferry")]
    [InlineData("The price of a ferry should be paid by all.", "The price of a ferry should be paid by all")]
    [InlineData("Islands should pay for what they use.", "Islands should pay for what they use")]
    [InlineData("It is wrong to make islanders pay for the ferry.", "It is wrong to make islanders pay for the ferry")]
    public void AWholeSentenceMakesAClaim(string sentence, string claim) => Assert.Equal(claim, MotionSentence.ClaimOf(sentence));

    [Theory]
    [InlineData("Should the council pay for the ferry?")]
    [InlineData("and the council should pay for the ferry.")]
    [InlineData("The duty of the council towards the ferry")]
    [InlineData("Ferries are good.")]
    [InlineData("The mayor said: “The council should pay for it.”")]
    [InlineData("They should pay for the ferry at once.")]
    [InlineData("The council should never take such a step.")]
    [InlineData("The council, as he says, should pay for the ferry.")]
    [InlineData("For this the council should pay the ferry.")]
    [InlineData("The council should therefore pay for the ferry.")]
    [InlineData("But they should pay for the ferry at once.")]
    [InlineData("It is open to the people of the island.")]
    [InlineData("The mayor of the island argues that ferries are cheaper than bridges.")]
    [InlineData("Some islanders want a bridge more than a ferry.")]
    [InlineData("Islands and towns are at war because neither can pay for the ferry.")]
    [InlineData("The strongest objection is that a ferry costs more than a bridge.")]
    [InlineData("The new policy has made the island poorer than before.")]
    [InlineData("Justice should hold the balance between them in every case.")]
    public void ASentenceThatDependsOnOthersMakesNoMotion(string sentence) => Assert.Null(MotionSentence.ClaimOf(sentence));

    [Theory]
    [InlineData("Every island needs a ferry of its own; it was in the paper; and it is wrong to make islanders pay for it.")]
    [InlineData("It was in the paper: every island needs a ferry of its own; it is wrong to make islanders pay for it [12].")]
    [InlineData("There is one thing that a council should do: every island needs a ferry of its own; it is wrong to make islanders pay for it.")]
    public void EachPartOfALongSentenceMakesAClaimOfItsOwn(string sentence) =>
        Assert.Equal(["Every island needs a ferry of its own", "It is wrong to make islanders pay for it"], MotionSentence.ClaimsOfParts(sentence));

    [Theory]
    [InlineData("The council should pay for the ferry.")]
    [InlineData("The council met at noon: nobody came; they went home.")]
    [InlineData("The council met at noon; because islanders should pay for the ferry.")]
    [InlineData("Is the ferry too dear for the island; have the mayors failed the town?")]
    [InlineData("The mayor said “it is late; the council should pay for the ferry; good night”.")]
    [InlineData("The night was cold and dark; the council should pay for the ferry...")]
    public void ASentenceWithoutSuchPartsHasNone(string sentence) => Assert.Empty(MotionSentence.ClaimsOfParts(sentence));

    [Theory]
    [InlineData("The council should pay for the ferry", "This house believes that the council should pay for the ferry.")]
    [InlineData("No man should judge his own cause", "This house believes that no man should judge his own cause.")]
    [InlineData("Sanctions work when they are enforced", "Sanctions work when they are enforced.")]
    [InlineData("Put the trade that kills first", "Put the trade that kills first.")]
    [InlineData("The ferry is dear; the island needs it", "The ferry is dear; the island needs it.")]
    public void AMotionBeginsWithThisHouseBelievesIfTheSentenceAllows(string claim, string motion) => Assert.Equal(motion, MotionSentence.MotionOf(claim));
}
