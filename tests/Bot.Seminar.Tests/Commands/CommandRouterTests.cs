using System.Diagnostics.Metrics;
using Bot.Chat;
using Bot.Seminar.Commands;
using CsCheck;

namespace Bot.Seminar.Tests.Commands;

public sealed class CommandRouterTests : IDisposable
{
    private readonly EchoCommand ask = new(new CommandInfo("ask", "Answers.")
    {
        Text = new OptionInfo("question", "What to answer.") { Required = true },
        Options =
        [
            new OptionInfo("reading", "Where to look.") { Kind = OptionKind.Reading },
            new OptionInfo("length", "How long.") { Choices = ["short", "long"] },
            new OptionInfo("page", "Which page.") { Kind = OptionKind.Number },
            new OptionInfo("at", "From where.") { Kind = OptionKind.Anchor },
        ],
        Examples = ["ask Why did it rain?"],
    });

    private readonly EchoCommand broken = new(new CommandInfo("broken", "Fails.") { Text = new OptionInfo("words", "Any.") }, _ => throw new InvalidOperationException("a fault"));
    private readonly EchoCommand silent = new(new CommandInfo("silent", "Abstains."), _ => ChatReply.Abstain(new TextBlock("Nothing.")));

    private readonly EchoCommand remove = new(new CommandInfo("remove", "Ends one.")
    {
        Options = [new OptionInfo("schedule", "Which one.") { Kind = OptionKind.Number }],
        Examples = ["remove schedule:2"],
    });

    private readonly RouterHarness harness;

    public CommandRouterTests() => harness = new RouterHarness(
        TestReadings.Shelf(TestReadings.Of("on-rain", "On Rain", "It rained."), TestReadings.Of("on-sun", "On Sun", "It shone.")),
        ask, broken, silent, remove);

    public void Dispose() => harness.Dispose();

    [Theory]
    [InlineData("ask")]
    [InlineData("/ask")]
    [InlineData("ASK")]
    [InlineData(" ask\u200b ")]
    public async Task ACommandIsFoundHoweverItIsWritten(string name) =>
        Assert.Equal("why?", (await harness.SendAsync(name, " why?\n")).ToPlainText());

    [Theory]
    [InlineData("akk", "There is no command “akk”. Did you mean “ask”? “help” lists them all.")]
    [InlineData("weather", "There is no command “weather”. The commands are ask, broken, silent and remove.")]
    [InlineData("?!", "Please name a command: ask, broken, silent, remove.")]
    public async Task AnUnknownCommandIsToldTheNearestName(string name, string sentence)
    {
        var reply = await harness.SendAsync(name, "why?");

        Assert.Equal(ReplyStatus.Error, reply.Status);
        Assert.Equal(sentence, Assert.IsType<TextBlock>(reply.Blocks[0]).Text);
    }

    [Theory]
    [InlineData("", "“ask” needs a few more words. ")]
    [InlineData(" \u200b\u202e\t ", "“ask” needs a few more words. ")]
    [InlineData("?!", "That contains no word that I could look up. ")]
    [InlineData("🤔", "That contains no word that I could look up. ")]
    public async Task ATextWithoutWordsIsToldHowToWrite(string text, string sentence)
    {
        var reply = await harness.SendAsync("ask", text);

        Assert.Equal(ReplyStatus.Error, reply.Status);
        Assert.Equal(
            sentence + "Write ask <question> [reading:NAME] [length:short|long] [page:N] [at:¶N], for example: ask Why did it rain?",
            reply.ToPlainText());
    }

    [Fact]
    public async Task FourThousandCharactersAreReadAndOneMoreIsNot()
    {
        Assert.Equal(ReplyStatus.Answered, (await harness.SendAsync("ask", new string('a', 4000))).Status);
        var reply = await harness.SendAsync("ask", new string('a', 4001));

        Assert.Equal(ReplyStatus.Error, reply.Status);
        Assert.Equal("That is 4,001 characters long; I read at most 4,000. Please shorten it.", reply.ToPlainText());
    }

    [Fact]
    public async Task OptionsReachTheCommandInTheirOneTrueForm()
    {
        await harness.SendAsync("ask", "why length:LONG reading:\"on rain\" page:02 at:p3.1");

        Assert.NotNull(ask.Last);
        Assert.Equal("why", ask.Last.Text);
        Assert.Equal("on-rain", ask.Last.Option("reading"));
        Assert.Equal("long", ask.Last.Option("length"));
        Assert.Equal("2", ask.Last.Option("page"));
        Assert.Equal("¶3.1", ask.Last.Option("at"));
    }

    [Fact]
    public async Task AnOptionThatThePlatformDeliversWinsOverTheText()
    {
        await harness.SendAsync("ask", "why reading:on-rain", ("Reading", "on-sun"));

        Assert.Equal("on-sun", ask.Last?.Option("reading"));
    }

    [Theory]
    [InlineData("why length:huge", "The option “length” takes short or long; “huge” is not valid. Write length:short|long.")]
    [InlineData("why page:0", "The option “page” takes a whole number from 1; “0” is not valid. Write page:2.")]
    [InlineData("why page:-1", "The option “page” takes a whole number from 1; “-1” is not valid. Write page:2.")]
    [InlineData("why page:99999999999", "The option “page” takes a whole number from 1; “99999999999” is not valid. Write page:2.")]
    [InlineData("why at:there", "The option “at” takes a place such as ¶9 or ¶9.2; “there” is not valid. Write at:¶N.")]
    [InlineData("why reading:on-", "“on-” could be any of these readings: on-rain, on-sun. Please write one of these names in full.")]
    [InlineData("why reading:on-suun", "No reading is called “on-suun”. Did you mean “on-sun”?")]
    [InlineData("why readin:on-sun", "There is no option “readin”. Did you mean reading:on-sun?")]
    [InlineData("why lenght:long", "There is no option “lenght”. Did you mean length:long?")]
    public async Task AnOptionOfAWrongValueIsToldTheRightOnes(string text, string sentence)
    {
        var reply = await harness.SendAsync("ask", text);

        Assert.Equal(ReplyStatus.Error, reply.Status);
        Assert.Equal(sentence, reply.ToPlainText());
    }

    [Theory]
    [InlineData("why 3:16 or stage:2")]
    [InlineData("why https://example.org/page:1")]
    [InlineData("why readin:g")]
    public async Task AColonAloneMakesNoOption(string text)
    {
        await harness.SendAsync("ask", text);

        Assert.Equal(text, ask.Last?.Text);
    }

    [Fact]
    public async Task WordsThatACommandDoesNotAcceptAreNotIgnored() => Assert.Equal(
        "“silent” does not take “recap:maybe”. Write silent.", (await harness.SendAsync("silent", "recap:maybe")).ToPlainText());

    [Theory]
    [InlineData("2")]
    [InlineData("schedule:2")]
    public async Task ACommandsOnlyOptionNeedsNoName(string text)
    {
        await harness.SendAsync("remove", text);

        Assert.Equal(("2", ""), (remove.Last?.Option("schedule"), remove.Last?.Text));
    }

    [Fact]
    public async Task AnInvalidValueOfTheOnlyOptionIsRefused()
    {
        Assert.Equal(ReplyStatus.Error, (await harness.SendAsync("remove", "the second")).Status);
        Assert.Equal(ReplyStatus.Error, (await harness.SendAsync("remove", "3 schedule:2")).Status);
    }

    [Fact]
    public async Task AnOptionThatACommandDoesNotHaveIsNamed() => Assert.Equal(
        "“ask” has no option “colour”. It has reading, length, page, at.",
        (await harness.SendAsync("ask", "why", ("colour", "red"))).ToPlainText());

    [Fact]
    public async Task AnInvalidRequestIsNotAnErrorOfTheProgram() => Assert.False((await harness.SendAsync("ask", "why", ("colour", "red"))).IsFault);

    [Fact]
    public async Task AFaultBecomesAKindReplyAndOneLineOfTheLogWithoutTheText()
    {
        var reply = await harness.SendAsync("broken", "a secret");

        Assert.Equal(ReplyStatus.Error, reply.Status);
        Assert.StartsWith("Something went wrong on my side", reply.ToPlainText(), StringComparison.Ordinal);
        Assert.True(reply.IsFault);
        Assert.Equal("Error: The command broken failed.", Assert.Single(harness.Log.Lines));
    }

    [Fact]
    public async Task NoTextMakesTheRouterThrow() => await Gen.Select(Gen.String, Gen.String).SampleAsync(async (name, text) =>
    {
        Assert.NotEmpty((await harness.SendAsync(name, text)).ToPlainText());
        Assert.NotEmpty((await harness.SendAsync("ask", text)).Blocks);
    });

    [Fact]
    public async Task CommandsAbstentionsAndErrorsAreCountedByNameOnly()
    {
        var counted = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == CommandTelemetry.SourceName)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            lock (counted)
            {
                counted.Add($"{instrument.Name} {value} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}");
            }
        });
        using var own = new RouterHarness(TestReadings.Shelf(), new EchoCommand(new CommandInfo("quiet-one", "Abstains."), _ => ChatReply.Abstain(new TextBlock("Nothing."))));
        listener.Start();

        await own.SendAsync("quiet-one", "");
        await own.SendAsync("no such thing", "");

        Assert.Contains("seminarbot.commands 1 quiet-one abstained", counted);
        Assert.Contains("seminarbot.abstentions 1 quiet-one", counted);
        Assert.Contains("seminarbot.errors 1 unknown", counted);
    }
}
