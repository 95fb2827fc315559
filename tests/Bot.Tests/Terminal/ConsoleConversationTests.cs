using System.Globalization;
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

        Assert.StartsWith("The last answer has no numbered choices.", before.ToPlainText(), StringComparison.Ordinal);
        Assert.Equal("There is no [7] below the last answer: it has 1 to 1.", beyond.ToPlainText());
        Assert.Equal("show", Assert.Single(scripted.Got).Name);
    }

    [Fact]
    public async Task ChoicesStayAfterOneIsMadeThatOffersNoOthers()
    {
        var scripted = new ScriptedSeminar();
        var conversation = new ConsoleConversation(scripted);
        conversation.Offer(ChatReply.Answer(new PollBlock("Where do you stand?", [new Choice("For", "debate vote", "1 for"), new Choice("Against", "debate vote", "1 against")])));

        await conversation.AnswerAsync("1", CancellationToken.None);
        await conversation.AnswerAsync("2", CancellationToken.None);

        Assert.Equal(["1 for", "1 against"], scripted.Got.Select(command => command.Text));
    }

    [Fact]
    public async Task ThePersonIsAnsweredInTheLanguageOfTheMachine()
    {
        var scripted = new ScriptedSeminar();
        var conversation = new ConsoleConversation(scripted, "de_DE");

        CultureInfo.CurrentUICulture = await conversation.LanguageAsync(CancellationToken.None);
        var number = await conversation.AnswerAsync("2", CancellationToken.None);
        await conversation.AnswerAsync("why?", CancellationToken.None);
        var welcome = Welcome.Of(seminar.Shelf.Current, seminar.Catalogue, "http://127.0.0.1:5080").ToPlainText();

        Assert.Equal("Unter der letzten Antwort gibt es nichts mit Nummern. Eine Zahl in den Texten sucht: find 2022", number.ToPlainText());
        Assert.Equal("de_DE", Assert.Single(scripted.Got).Locale);
        Assert.StartsWith("Seminar Bot\n6 Texte stehen im Regal.\n\nHier ist Platz für eine Frage oder einen Befehl wie „find", welcome, StringComparison.Ordinal);
        Assert.EndsWith("Im Browser: http://127.0.0.1:5080", welcome, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de_DE.UTF-8", null, "fr_FR", "de_DE")]
    [InlineData("", "pt_BR", "fr_FR", "pt_BR")]
    [InlineData(null, null, "es_ES@euro", "es_ES")]
    [InlineData(null, null, "C.UTF-8", "C")]
    [InlineData(null, null, null, null)]
    public void TheLanguageOfTheMachineIsThatOfItsEnvironment(string? all, string? messages, string? lang, string? locale) =>
        Assert.Equal(locale, ConsoleLocale.Of(name => name switch { "LC_ALL" => all, "LC_MESSAGES" => messages, _ => lang }));

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
