using Bot.Library.Lexicons;
using Bot.Seminar.Arguments;

namespace Bot.Seminar.Tests.Arguments;

public sealed class StatementTests
{
    [Theory]
    [InlineData("The ferry does not run at night.", "night", true)]
    [InlineData("The ferry runs at night, and no bus does.", "night", false)]
    [InlineData("The ferry does not stop, but it runs at night.", "night", false)]
    [InlineData("Few islanders use the ferry.", "ferry", true)]
    [InlineData("A few islanders use the ferry.", "ferry", false)]
    [InlineData("The captain refused to sell the ferry.", "ferry", true)]
    [InlineData("The ferry not only sails but carries sheep.", "sails", false)]
    public void ADenialHoldsToTheEndOfItsClause(string sentence, string word, bool isDenied)
    {
        var statement = Statement.Of(sentence, Lexicon.Default);
        var place = Enumerable.Range(0, statement.Tokens.Count).Single(i => statement.Words(i, i) == word);

        Assert.Equal(isDenied, statement.IsDenied(place));
    }

    [Theory]
    [InlineData("The Poor Board met.", 1, false)]
    [InlineData("The poor board met.", 1, true)]
    [InlineData("Poor boards met.", 0, true)]
    [InlineData("The POOR board met.", 1, true)]
    public void ANamePassesNoVerdict(string sentence, int place, bool judges) =>
        Assert.Equal(judges, Statement.Of(sentence, Lexicon.Default).Verdicts[place] != Verdicts.None);

    [Theory]
    [InlineData("fails", "fail")]
    [InlineData("failed", "failing")]
    [InlineData("stopped", "stop")]
    [InlineData("policies", "policy")]
    public void FormsOfAWordAreOne(string one, string other) => Assert.Equal(WordForm.Of(one), WordForm.Of(other));

    [Theory]
    [InlineData("exceptional", "exception")]
    [InlineData("effective", "effect")]
    [InlineData("nuclear", "nuclearise")]
    public void WordsOfOneStemAreNotAlwaysOne(string one, string other) => Assert.NotEqual(WordForm.Of(one), WordForm.Of(other));
}
