using Bot.Chat;
using Bot.Seminar.Commands;

namespace Bot.Seminar.Tests.Commands;

/// <summary>Text without a command, and text that refers to an earlier message.</summary>
public sealed class PlainWordsTests : IDisposable
{
    private readonly EchoCommand ask = new(new CommandInfo("ask", "Answers.") { Text = new OptionInfo("question", "What.") { Required = true }, TakesBareWords = true });
    private readonly EchoCommand show = new(new CommandInfo("show", "Shows.") { Text = new OptionInfo("anchor", "Where.") });
    private readonly EchoCommand help = new(new CommandInfo("help", "Helps.") { Text = new OptionInfo("command", "Which.") });
    private readonly RouterHarness harness;

    public PlainWordsTests() => harness = new RouterHarness(TestReadings.Shelf(TestReadings.Of("on-rain", "On Rain", "It rained.")), ask, show, help);

    public void Dispose() => harness.Dispose();

    [Theory]
    [InlineData("why did it fail?", "why did it fail?")]
    [InlineData("sanctions", "sanctions")]
    [InlineData("12", "12")]
    [InlineData("ask why?", "why?")]
    [InlineData("/ask  why?", "why?")]
    public async Task BareWordsAreAQuestion(string words, string question)
    {
        await SayAsync(words);

        Assert.Equal(question, ask.Last?.Text);
    }

    [Theory]
    [InlineData("show ¶2", "¶2")]
    [InlineData("  SHOW   ¶2 ", "¶2")]
    public async Task WordsThatBeginWithACommandAreThatCommand(string words, string text)
    {
        await SayAsync(words);

        Assert.Equal(text, show.Last?.Text);
    }

    [Theory]
    [InlineData("Hello!", "Hello. Ask me about the readings")]
    [InlineData("hi there", "Hello. Ask me about the readings")]
    [InlineData("Good morning, everyone", "Hello. Ask me about the readings")]
    [InlineData("thanks", "You’re welcome.")]
    [InlineData("Thank you very much!", "You’re welcome.")]
    [InlineData("ok, danke", "You’re welcome.")]
    public async Task AGreetingOrThanksGetALine(string words, string start)
    {
        var reply = await SayAsync(words);

        Assert.StartsWith(start, reply.ToPlainText(), StringComparison.Ordinal);
        Assert.Single(reply.Blocks);
        Assert.Null(ask.Last);
        Assert.Null(help.Last);
    }

    [Fact]
    public async Task AskingWhatTheBotIsGivesHelp()
    {
        await SayAsync("What can you do?");

        Assert.Equal("", help.Last?.Text);
        Assert.Null(ask.Last);
    }

    [Theory]
    [InlineData("Hello Kitty was made by whom?")]
    [InlineData("What can you do about sanctions?")]
    public async Task AQuestionThatBeginsAsAGreetingDoesIsAQuestion(string words)
    {
        await SayAsync(words);

        Assert.Equal(words, ask.Last?.Text);
    }

    [Theory]
    [InlineData("/whatever it is", "There is no command “/whatever”. The commands are ask, show and help.")]
    [InlineData("shwo", "There is no command “shwo”. Did you mean “show”? “help” lists them all.")]
    public async Task ATypingErrorIsNotAQuestion(string words, string sentence) => Assert.Equal(sentence, (await SayAsync(words)).ToPlainText());

    [Fact]
    public async Task AMistypedCommandLeadsToTheOneThatWasMeant()
    {
        var reply = await SayAsync("shwo ¶2");

        Assert.Equal(ReplyStatus.Error, reply.Status);
        Assert.StartsWith("There is no command “shwo”. Did you mean “show”?", reply.ToPlainText(), StringComparison.Ordinal);
        Assert.Equal(("show ¶2", "show", "¶2"), Assert.Single(reply.Choices) is var choice ? (choice.Label, choice.Command, choice.Text) : default);
    }

    [Fact]
    public void ACommandWithoutItsLastLetterIsATypingErrorEvenIfTheReadingsSeemToHaveIt()
    {
        var catalogue = new CommandCatalogue([ask, new EchoCommand(new CommandInfo("debate", "Debates.") { Text = new OptionInfo("topic", "What.") })]);

        Assert.Equal("debat", PlainWords.Parse(catalogue, "debat sanctions", _ => true).Command);
        Assert.Equal("ask", PlainWords.Parse(catalogue, "debates are lively in this town", _ => true).Command);
    }

    [Theory]
    [InlineData("How did it rain?")]
    [InlineData("Shaw rained, didn't he?")]
    [InlineData("Rained all day")]
    public async Task AQuestionThatBeginsWithAWordLikeACommandIsAQuestion(string words)
    {
        await SayAsync(words);

        Assert.Equal(words, ask.Last?.Text);
    }

    [Fact]
    public async Task AFollowUpIsToldWhatWasQuotedBefore()
    {
        var quote = new QuoteBlock("It rained.", new Citation("on-rain", "On Rain", 1, 1));
        ask.Reply = ChatReply.Answer(quote);
        await harness.SendAsync("ask", "Did it rain?");
        Assert.Null(ask.Last?.Earlier);

        await SayAsync("Why?");
        Assert.Equal("Why?", ask.Last?.Earlier?.Words);
        Assert.Equal([quote.Citation], ask.Last?.Earlier?.Quoted);

        await SayAsync("and snow?");
        Assert.Equal([quote.Citation, quote.Citation], ask.Last?.Earlier?.Quoted);
    }

    [Theory]
    [InlineData("and China?")]
    [InlineData("What about Japan?")]
    [InlineData("Why?")]
    [InlineData("who said that?")]
    public async Task WordsThatLeanBackAreReadWithTheQuestionBefore(string words)
    {
        await harness.SendAsync("ask", "Have sanctions worked?");
        var reply = await SayAsync(words);

        Assert.Equal($"Have sanctions worked? {words}", ask.Last?.Text);
        Assert.StartsWith("Read together with “Have sanctions worked?”:", reply.ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProgramsQuestionIsRememberedForNobody()
    {
        await harness.HandleAsync(RouterHarness.Command("ask", "Have sanctions worked?") with { IsFromProgram = true });
        await SayAsync("and China?");

        Assert.Equal("and China?", ask.Last?.Text);
    }

    [Fact]
    public async Task SeveralFollowUpsLeanOnTheSameQuestion()
    {
        await harness.SendAsync("ask", "Have sanctions worked?");
        await SayAsync("and China?");
        await SayAsync("and Japan?");

        Assert.Equal("Have sanctions worked? and Japan?", ask.Last?.Text);
    }

    [Theory]
    [InlineData("What did Japan ask of Washington?")]
    [InlineData("Android phones are dear")]
    [InlineData("Why did the Agreed Framework collapse in the end?")]
    public async Task ANewQuestionIsIndependent(string words)
    {
        await harness.SendAsync("ask", "Have sanctions worked?");
        await SayAsync(words);

        Assert.Equal(words, ask.Last?.Text);
    }

    [Fact]
    public async Task AnotherMembersQuestionInAChannelIsNotLeantOn()
    {
        await harness.HandleAsync(RouterHarness.Command("ask", "Have sanctions worked?") with { User = new ChatUser("another") });
        await SayAsync("and China?");

        Assert.Equal("and China?", ask.Last?.Text);
    }

    [Fact]
    public async Task InAThreadEachLeansOnTheirOwnQuestionAlone()
    {
        var thread = new ChannelAddress("test", "", "room", "thread");
        await harness.HandleAsync(RouterHarness.Command("ask", "Have sanctions worked?") with { User = new ChatUser("another"), Channel = thread });
        var reply = await harness.HandleAsync(RouterHarness.Command(ChatCommand.PlainWords, "and China?") with { Channel = thread });
        Assert.Equal("and China?", ask.Last?.Text);
        Assert.DoesNotContain("sanctions", reply.ToPlainText(), StringComparison.Ordinal);

        await harness.HandleAsync(RouterHarness.Command("ask", "Did trade grow?") with { Channel = thread });
        await harness.HandleAsync(RouterHarness.Command(ChatCommand.PlainWords, "and China?") with { Channel = thread });
        Assert.Equal("Did trade grow? and China?", ask.Last?.Text);
    }

    [Fact]
    public async Task APrivateQuestionIsNotRepeatedInPublic()
    {
        await harness.HandleAsync(RouterHarness.Command("ask", "Have sanctions worked?") with { Wanted = ReplyVisibility.Private });

        var reply = await harness.HandleAsync(RouterHarness.Command(ChatCommand.PlainWords, "and China?") with { Wanted = ReplyVisibility.Channel });
        Assert.Equal(ReplyVisibility.Channel, reply.Visibility);
        Assert.Equal("and China?", ask.Last?.Text);
        Assert.DoesNotContain("sanctions", reply.ToPlainText(), StringComparison.Ordinal);

        await harness.HandleAsync(RouterHarness.Command(ChatCommand.PlainWords, "and Russia?") with { Wanted = ReplyVisibility.Private });
        Assert.Equal("Have sanctions worked? and Russia?", ask.Last?.Text);
    }

    [Fact]
    public async Task AQuestionIsForgottenAfterHalfAnHour()
    {
        await harness.SendAsync("ask", "Have sanctions worked?");
        harness.Time.Advance(TimeSpan.FromMinutes(31));
        await SayAsync("and China?");

        Assert.Equal("and China?", ask.Last?.Text);
    }

    [Fact]
    public async Task AnEmptyLineIsToldToNameACommand() =>
        Assert.Equal("Please name a command: ask, show, help.", (await SayAsync(" \u200b ")).ToPlainText());

    private Task<ChatReply> SayAsync(string words) => harness.SendAsync(ChatCommand.PlainWords, words);
}
