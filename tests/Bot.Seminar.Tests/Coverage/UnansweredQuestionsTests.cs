using Bot.Chat;
using Bot.Seminar.Tests.DailyDebates.Posting;
using Bot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Seminar.Tests.Coverage;

/// <summary>The questions without an answer that teachers see, if they allowed it.</summary>
public sealed class UnansweredQuestionsTests
{
    private const string Question = "Qwyx zzorb?";
    private const string Heading = "Questions without an answer";
    private const string Told = "The teachers will see this question, without your name.";
    private const string Rows = "SELECT words FROM feedback_reasons WHERE kind = 'question' ORDER BY at";

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task TeachersSeeThemOnlyIfTheChannelAllowsIt(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine, mayAbstain: true);
        var before = await harness.StudentAsync($"ask {Question}", "maria");
        Assert.Equal(ReplyStatus.Abstained, before.Status);
        Assert.DoesNotContain(Told, before.ToPlainText(), StringComparison.Ordinal);
        Assert.Empty(await harness.RowsAsync(Rows));

        await harness.TeacherAsync("settings reasons:on");
        await harness.StudentAsync("feedback why Too short.", "maria");
        Assert.EndsWith(Told, (await harness.StudentAsync($"ask {Question}", "maria")).ToPlainText(), StringComparison.Ordinal);

        Assert.EndsWith(
            $"Why an answer did not help\n- Too short.\n\n{Heading}\n- {Question}", (await harness.TeacherAsync("feedback")).ToPlainText(), StringComparison.Ordinal);
        Assert.Equal(ReplyStatus.Error, (await harness.StudentAsync("feedback")).Status);
        Assert.Empty(await harness.RowsAsync("SELECT id FROM feedback_reasons WHERE words || id || channel LIKE '%maria%'"));
    }

    [Fact]
    public async Task ClaimsAreStoredLikeQuestionsAndItMakesNoDifferenceWhoSeesTheReply()
    {
        await using var harness = await StartAsync();
        await harness.HandleAsync(Ask(Question) with { Wanted = ReplyVisibility.Private });
        harness.Time.Advance(TimeSpan.FromSeconds(1));
        await harness.HandleAsync(Ask("Qwyx is\nzzorb and bluvv.") with { Name = "counter", Wanted = ReplyVisibility.Channel });

        Assert.Equal([Question, "Qwyx is zzorb and bluvv."], await harness.RowsAsync(Rows));
    }

    [Fact]
    public async Task WhatIsNoQuestionWithoutAnAnswerIsNotStored()
    {
        await using var harness = await StartAsync();
        foreach (var (line, status) in new[]
        {
            ("ask Why should the school not close its library?", ReplyStatus.Answered),
            ("hello", ReplyStatus.Answered),
            ("/fnd ferry", ReplyStatus.Error),
            ("find qwyx", ReplyStatus.Abstained),
        })
        {
            var reply = await harness.StudentAsync(line);
            Assert.Equal((line, status), (line, reply.Status));
            Assert.DoesNotContain(Told, reply.ToPlainText(), StringComparison.Ordinal);
        }

        Assert.Empty(await harness.RowsAsync(Rows));
    }

    [Fact]
    public async Task AnUnsureReplyStoresNothing()
    {
        await using var harness = await StartAsync(mayAbstain: false);
        var reply = await harness.StudentAsync($"ask {Question}");

        Assert.Equal(ReplyStatus.Unsure, reply.Status);
        Assert.DoesNotContain(Told, reply.ToPlainText(), StringComparison.Ordinal);
        Assert.Empty(await harness.RowsAsync(Rows));
    }

    [Fact]
    public async Task FollowUpsDirectMessagesAndProgramsAreNotStored()
    {
        await using var harness = await StartAsync();
        await harness.TeacherAsync("settings answers:here");
        await harness.HandleAsync(Ask(Question) with { IsDirect = true });
        await harness.HandleAsync(Ask(Question) with { IsFromProgram = true });
        Assert.Null(await harness.PostedAsync("Does qwyx zzorb bluvv?"));
        Assert.Empty(await harness.RowsAsync(Rows));

        await harness.StudentAsync("Qwyx zzorb?");
        var followUp = await harness.StudentAsync("and bluvv?");
        Assert.Equal(ReplyStatus.Abstained, followUp.Status);
        Assert.DoesNotContain(Told, followUp.ToPlainText(), StringComparison.Ordinal);
        Assert.Equal([Question], await harness.RowsAsync(Rows));
    }

    [Fact]
    public async Task TheLatestTenAreShownEachOnce()
    {
        await using var harness = await StartAsync();
        for (var i = 0; i < 12; i++)
        {
            await AskLaterAsync(harness, $"Qwyx{i} zzorb?");
        }

        await AskLaterAsync(harness, "QWYX5 “zzorb”");

        var shown = (await harness.TeacherAsync("feedback")).ToPlainText().Split($"{Heading}\n")[1].Split('\n');
        Assert.Equal(["- QWYX5 “zzorb”", "- Qwyx11 zzorb?", "- Qwyx10 zzorb?"], shown.Take(3));
        Assert.Equal(10, shown.Length);
        Assert.DoesNotContain("- Qwyx5 zzorb?", shown);
    }

    [Fact]
    public async Task TheyGoAfterNinetyDaysAndTheOldestOfTooManyButNoReasonGoesForThem()
    {
        await using var harness = await StartAsync();
        await harness.StudentAsync("feedback why Too short.");
        for (var i = 0; i < 203; i++)
        {
            await AskLaterAsync(harness, $"Qwyx{i} zzorb?");
        }

        var rows = await harness.RowsAsync(Rows);
        Assert.Equal((200, "Qwyx3 zzorb?"), (rows.Count, rows[0]));
        Assert.Contains("Too short.", (await harness.TeacherAsync("feedback")).ToPlainText(), StringComparison.Ordinal);

        harness.Time.Advance(TimeSpan.FromDays(91));
        Assert.DoesNotContain(Heading, (await harness.TeacherAsync("feedback")).ToPlainText(), StringComparison.Ordinal);
        await harness.StudentAsync($"ask {Question}");
        Assert.Equal([Question], await harness.RowsAsync("SELECT words FROM feedback_reasons"));
    }

    [Fact]
    public async Task ALongQuestionIsShortened()
    {
        await using var harness = await StartAsync();
        await harness.StudentAsync($"ask {string.Join(' ', Enumerable.Repeat("qwyx", 100))}?");

        Assert.Equal(300, Assert.Single(await harness.RowsAsync(Rows)).Length);
    }

    [Theory]
    [InlineData("de", "Die Lehrenden sehen diese Frage, ohne deinen Namen.")]
    [InlineData("fr", "Les enseignants verront cette question, sans votre nom.")]
    [InlineData("pt", "Os professores verão esta pergunta, sem o seu nome.")]
    [InlineData("es", "Los profesores verán esta pregunta, sin tu nombre.")]
    public async Task TheMemberIsToldInTheirLanguage(string locale, string told)
    {
        await using var harness = await StartAsync();

        Assert.EndsWith(told, (await harness.HandleAsync(Ask(Question) with { Locale = locale })).ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutTheDatabaseTheMemberIsAnsweredAndToldNothing()
    {
        await using var harness = await StartAsync();
        await harness.StudentAsync($"ask {Question}");
        File.Move(harness.Test.File, $"{harness.Test.File}.away");

        var reply = await harness.StudentAsync("ask Qwyx bluvv?");

        Assert.Equal(ReplyStatus.Abstained, reply.Status);
        Assert.DoesNotContain(Told, reply.ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheLogContainsNoWords()
    {
        await using var harness = await StartAsync();
        using var log = new WordLog();
        await using var program = harness.Start();
        program.GetRequiredService<ILoggerFactory>().AddProvider(log);
        harness.Use(program);
        await harness.Database.OpenAsync(CancellationToken.None);

        Assert.EndsWith(Told, (await harness.StudentAsync($"ask {Question}")).ToPlainText(), StringComparison.Ordinal);
        File.Move(harness.Test.File, $"{harness.Test.File}.away");
        await harness.StudentAsync("ask Zzorb qwyx bluvv?");
        await harness.TeacherAsync("feedback");

        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Contains("zzorb", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<DebateHarness> StartAsync(bool mayAbstain = true)
    {
        var harness = new DebateHarness(TestEngine.Sqlite, mayAbstain: mayAbstain);
        await harness.TeacherAsync("settings reasons:on");
        return harness;
    }

    private static async Task AskLaterAsync(DebateHarness harness, string question)
    {
        harness.Time.Advance(TimeSpan.FromSeconds(1));
        await harness.StudentAsync($"ask {question}");
    }

    private static ChatCommand Ask(string text) => new() { Name = "ask", Text = text, Channel = DebateHarness.Room, User = new ChatUser("student") };

    /// <summary>Collects everything that is logged.</summary>
    private sealed class WordLog : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
            // There is nothing to close.
        }
    }
}
