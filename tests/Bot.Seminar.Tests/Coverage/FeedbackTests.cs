using Bot.Chat;
using Bot.Seminar.Coverage;
using Bot.Seminar.Tests.DailyDebates.Posting;
using Bot.Testing;

namespace Bot.Seminar.Tests.Coverage;

public sealed class FeedbackTests
{
    private static readonly ChatReply Abstention = ChatReply.Abstain(new TextBlock("The readings don't say."));

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task TeachersSeeHowManyAnswersHelped(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);
        for (var student = 0; student < 4; student++)
        {
            await harness.PressAsync(ButtonsOf(await AskAsync(harness))[0], $"student {student}");
        }

        await harness.PressAsync(ButtonsOf(await AskAsync(harness))[1], "student 9");

        Assert.Equal(
            "By command\n- ask – helpful: 4, not helpful: fewer than three, without an answer: none\n- counter – helpful: none, not helpful: none, without an answer: none\n\n"
                + "By the reading that was quoted first\n- The Town – helpful: 4, not helpful: fewer than three",
            (await harness.TeacherAsync("feedback")).ToPlainText());
        Assert.Equal(ReplyStatus.Error, (await harness.StudentAsync("feedback")).Status);
    }

    [Fact]
    public async Task TeachersSeeItInTheLanguageOfTheChannel()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("settings language:de reasons:on");
        var thanks = await harness.PressAsync(ButtonsOf(await AskAsync(harness))[1], "student");
        await harness.StudentAsync("feedback why Zu kurz.");

        Assert.Equal(
            "Danke. Das ist gezählt, ohne Namen. Andere Wörter oder ein einzelner Text bringen vielleicht mehr.\n\n"
                + "Du kannst den Lehrenden sagen, warum, in einer Zeile und ohne deinen Namen: feedback why …",
            thanks.ToPlainText());
        Assert.Equal(
            "Nach Befehl\n- ask – hilfreich: keine, nicht hilfreich: weniger als drei, ohne Antwort: keine\n"
                + "- counter – hilfreich: keine, nicht hilfreich: keine, ohne Antwort: keine\n\n"
                + "Nach dem Text, der zuerst zitiert wurde\n- The Town – hilfreich: keine, nicht hilfreich: weniger als drei\n\n"
                + "Warum eine Antwort nicht geholfen hat\n- Zu kurz.",
            (await harness.TeacherAsync("feedback")).ToPlainText());
        Assert.Contains("- Gefragt: ¶1, ¶3\n- Zitiert: keine\n- Geöffnet: keine", (await harness.TeacherAsync("coverage")).ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMemberIsCountedOnceForAnAnswerAndIsNowhereInTheDatabase()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        var buttons = ButtonsOf(await AskAsync(harness));
        for (var i = 0; i < 5; i++)
        {
            var reply = await harness.PressAsync(buttons[i % 2], "maria");
            Assert.Equal((ReplyStatus.Answered, ReplyVisibility.Private), (reply.Status, reply.Visibility));
            Assert.Equal(i > 0, reply.ToPlainText().StartsWith("You have already answered this", StringComparison.Ordinal));
        }

        await harness.RunOnceAsync();

        Assert.Equal(["ask helpful 1"], await harness.RowsAsync("SELECT kind || ' ' || times FROM touches WHERE paragraph = 0"));
        Assert.StartsWith("Nothing is stored about you.", (await harness.StudentAsync("privacy forget", "maria")).ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task QuestionsWithoutAnAnswerAreCounted()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        var touches = new TouchLog(harness.Database, harness.Time);
        foreach (var reply in new[] { Abstention, Abstention, Abstention, ChatReply.Answer(new TextBlock("The readings do.")) })
        {
            touches.Note(DebateHarness.Room, "ask", reply);
            touches.Note(DebateHarness.Room, "find", reply);
        }

        await touches.FlushAsync(CancellationToken.None);

        Assert.Contains("- ask – helpful: none, not helpful: none, without an answer: 3", (await harness.TeacherAsync("feedback")).ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public void NothingIsAskedIfNothingWasFound() =>
        Assert.Same(Abstention, FeedbackButtons.AddTo(Abstention, "ask", CommandStyle.Slash));

    [Fact]
    public async Task CoverageCountsNoParagraphForIt()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.PressAsync(new Choice("Helpful", "helpful", "yes ask town 12345678"), "student");

        Assert.Contains("Never touched, of 5 paragraphs: ¶1–5", (await harness.TeacherAsync("coverage")).ToPlainText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("perhaps ask town 12345678")]
    [InlineData("yes find town 12345678")]
    [InlineData("yes ask town 123456789")]
    [InlineData("yes ask town 12345678 more")]
    public async Task WhatNoButtonCarriesCountsForNothing(string text)
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);

        Assert.Equal(ReplyStatus.Error, (await harness.PressAsync(new Choice("Helpful", "helpful", text), "student")).Status);
        Assert.StartsWith("There is no feedback here yet", (await harness.TeacherAsync("feedback")).ToPlainText(), StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task ReasonsForUnhelpfulAnswersAreStoredIfTheChannelAllowsIt(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);
        Assert.DoesNotContain("why", (await harness.PressAsync(ButtonsOf(await AskAsync(harness))[1], "maria")).ToPlainText(), StringComparison.Ordinal);
        Assert.Equal(ReplyStatus.Error, (await harness.StudentAsync("feedback why It was about ferries.", "maria")).Status);

        await harness.TeacherAsync("settings reasons:on");
        Assert.Contains("feedback why", (await harness.PressAsync(ButtonsOf(await AskAsync(harness))[1], "maria")).ToPlainText(), StringComparison.Ordinal);
        Assert.Equal(ReplyVisibility.Private, (await harness.StudentAsync("feedback why It was about ferries.", "maria")).Visibility);

        Assert.EndsWith("Why an answer did not help\n- It was about ferries.", (await harness.TeacherAsync("feedback")).ToPlainText(), StringComparison.Ordinal);
        Assert.Empty(await harness.RowsAsync("SELECT id FROM feedback_reasons WHERE words LIKE '%maria%' OR id LIKE '%maria%'"));
    }

    [Fact]
    public async Task ReasonsGoAfterNinetyDaysAndTheOldestOfTooMany()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("settings reasons:on");
        for (var i = 0; i < 203; i++)
        {
            harness.Time.Advance(TimeSpan.FromSeconds(1));
            await harness.StudentAsync($"feedback why Reason {i}.");
        }

        Assert.Equal(["Reason 3."], await harness.RowsAsync("SELECT words FROM feedback_reasons ORDER BY at LIMIT 1"));
        Assert.Equal(["200"], await harness.RowsAsync("SELECT CAST(count(*) AS TEXT) FROM feedback_reasons"));

        harness.Time.Advance(TimeSpan.FromDays(91));
        Assert.DoesNotContain("Reason", (await harness.TeacherAsync("feedback")).ToPlainText(), StringComparison.Ordinal);
        await harness.StudentAsync("feedback why A new one.");
        Assert.Equal(["A new one."], await harness.RowsAsync("SELECT words FROM feedback_reasons"));
    }

    [Fact]
    public async Task AReasonIsOneLine()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("settings reasons:on");

        Assert.Equal(ReplyStatus.Error, (await harness.StudentAsync($"feedback why {new string('x', 201)}")).Status);
    }

    [Fact]
    public async Task NothingIsAskedIfThereAreNoButtons()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);

        Assert.DoesNotContain((await harness.StudentAsync("ask Why should the library not close?")).Choices, choice => choice.Command == "helpful");
    }

    private static Task<ChatReply> AskAsync(DebateHarness harness) =>
        harness.HandleAsync(new ChatCommand
        {
            Name = "ask",
            Text = "Why should the school not close its library?",
            Style = CommandStyle.Slash,
            Channel = DebateHarness.Room,
            User = new ChatUser("student"),
        });

    private static IReadOnlyList<Choice> ButtonsOf(ChatReply reply) =>
        reply.Blocks.OfType<ChoicesBlock>().Single(block => block.AskWhetherItHelped).Choices;
}
