using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Terminal;

namespace Bot.Tests.Terminal;

public sealed class ConsoleConversationTests(Seminar seminar) : IClassFixture<Seminar>
{
    [Fact]
    public async Task ALineIsPlainWordsOfSomebodyWhoMayDoEverything()
    {
        var scripted = new ScriptedSeminar();
        var conversation = new ConsoleConversation(scripted);

        await conversation.AnswerAsync("why did it fail?", CancellationToken.None);

        var got = Assert.Single(scripted.Got);
        Assert.Equal((ChatCommand.PlainWords, "why did it fail?", true), (got.Name, got.Text, got.User.IsTeacher));
    }

    [Fact]
    public async Task ANumberPressesAChoiceOfTheLastReply()
    {
        var conversation = new ConsoleConversation(seminar.Router);

        await conversation.AnswerAsync("show case-for-pressure ¶2", CancellationToken.None);
        var reply = await conversation.AnswerAsync("2", CancellationToken.None);

        Assert.Equal(("case-for-pressure", 3), (reply.Quotes.First().Citation.Reading, reply.Quotes.First().Citation.Paragraph));
    }

    [Fact]
    public async Task ANumberThatChoosesNothingIsNotTakenForAQuestion()
    {
        var scripted = new ScriptedSeminar();
        var conversation = new ConsoleConversation(scripted);

        var before = await conversation.AnswerAsync("2", CancellationToken.None);
        conversation.Offer(ChatReply.Answer(new ChoicesBlock([new Choice("Show ¶1", "show", "¶1")])));
        var beyond = await conversation.AnswerAsync("7", CancellationToken.None);
        await conversation.AnswerAsync("1", CancellationToken.None);

        Assert.StartsWith("The last answer offers nothing to choose by a number.", before.ToPlainText(), StringComparison.Ordinal);
        Assert.Equal("There is no [7] below the last answer: it offers 1 to 1.", beyond.ToPlainText());
        Assert.Equal("show", Assert.Single(scripted.Got).Name);
    }

    [Theory]
    [InlineData("/quit", true)]
    [InlineData(" Exit ", true)]
    [InlineData("quitting is an option", false)]
    public void LeavingIsAWordOfItsOwn(string line, bool leaves) => Assert.Equal(leaves, ConsoleConversation.Leaves(line));

    [Fact]
    public void TheWelcomeSaysWhatIsThereAndWhatToTry()
    {
        var text = Welcome.Of(seminar.Shelf.Current, seminar.Catalogue, "http://127.0.0.1:5080").ToPlainText();

        Assert.StartsWith("Seminar Bot\n6 readings are on the shelf.\n", text, StringComparison.Ordinal);
        Assert.Contains("Type a question, or a command such as “", text, StringComparison.Ordinal);
    }
}
