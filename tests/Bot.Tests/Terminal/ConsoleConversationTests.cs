using Bot.Chat;
using Bot.Terminal;

namespace Bot.Tests.Terminal;

public sealed class ConsoleConversationTests(Seminar seminar) : IClassFixture<Seminar>
{
    [Theory]
    [InlineData("help", "help", "")]
    [InlineData("/show ¶2", "/show", "¶2")]
    [InlineData("  SHOW   ¶2 ", "SHOW", "¶2")]
    [InlineData("why did it fail?", "ask", "why did it fail?")]
    [InlineData("/whatever it is", "/whatever", "it is")]
    [InlineData("sumary", "sumary", "")]
    [InlineData("sanctions", "ask", "sanctions")]
    [InlineData("12", "ask", "12")]
    public async Task ALineIsACommandOrAQuestion(string line, string command, string text)
    {
        ChatCommand? got = null;
        var conversation = new ConsoleConversation(seminar.Catalogue, (sent, _) =>
        {
            got = sent;
            return Task.FromResult(ChatReply.Answer(new TextBlock("Yes.")));
        });

        await conversation.AnswerAsync(line, CancellationToken.None);

        Assert.Equal((command, text), (got?.Name, got?.Text));
    }

    [Fact]
    public async Task ANumberPressesAChoiceOfTheLastReply()
    {
        var conversation = new ConsoleConversation(seminar.Catalogue, seminar.Router.HandleAsync);

        await conversation.AnswerAsync("show case-for-pressure ¶2", CancellationToken.None);
        var reply = await conversation.AnswerAsync("2", CancellationToken.None);

        Assert.Equal(("case-for-pressure", 3), (reply.Quotes.First().Citation.Reading, reply.Quotes.First().Citation.Paragraph));
    }

    [Theory]
    [InlineData("/quit", true)]
    [InlineData(" Exit ", true)]
    [InlineData("quitting is an option", false)]
    public void LeavingIsAWordOfItsOwn(string line, bool leaves) => Assert.Equal(leaves, ConsoleConversation.Leaves(line));

    [Fact]
    public void TheWelcomeSaysWhatIsThereAndWhatToTry()
    {
        var text = Welcome.Of(seminar.Shelf.Current, seminar.Catalogue).ToPlainText();

        Assert.StartsWith("Seminar Bot\n6 readings are on the shelf.\n", text, StringComparison.Ordinal);
        Assert.Contains("Type a question, or a command such as “", text, StringComparison.Ordinal);
    }
}
