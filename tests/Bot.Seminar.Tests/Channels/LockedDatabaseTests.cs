using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Bot.Chat;
using Bot.Seminar.Tests.DailyDebates.Posting;
using Bot.Storage;
using Bot.Testing;

namespace Bot.Seminar.Tests.Channels;

/// <summary>The database is locked, or accepts connections and never answers, while members use commands.</summary>
public sealed class LockedDatabaseTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task LookUpsAreAnsweredWhileTheFileIsLocked()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite, timeout: new StorageOptions().Timeout);
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.TeacherAsync("settings replies:channel");
        await using var locker = await DatabaseLock.TakeAsync(harness.Test.File);

        await LookUpsAreAnsweredAsync(harness);

        await using var command = locker.CreateCommand();
        command.CommandText = "ROLLBACK;";
        await command.ExecuteNonQueryAsync();
        await WorksAgainAsync(harness);
    }

    [Fact]
    public async Task CounterargumentsOfTeachersAreShownWhileTheFileIsLocked()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite, timeout: new StorageOptions().Timeout);
        await harness.TeacherAsync("counter add The ferry to the island is too dear for the town. | The children need it.");
        await harness.StudentAsync("counter The ferry to the island is far too dear for the town.");
        harness.Time.Advance(TimeSpan.FromMinutes(1));
        await using var locker = await DatabaseLock.TakeAsync(harness.Test.File);

        var reply = await harness.StudentAsync("counter The ferry to the island is far too dear for the town.");

        Assert.Contains("The children need it.", reply.ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangedCounterargumentsOfTeachersAreReadAgain()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        const string Claim = "The ferry to the island is too dear for the town.";
        await harness.StudentAsync($"counter {Claim}");
        await harness.TeacherAsync($"counter add {Claim} | The children need it.");
        var added = await harness.StudentAsync($"counter {Claim}");
        var name = Assert.Single((await harness.TeacherAsync("counter list")).Blocks.OfType<ListBlock>()).Items[0].Split(':')[0];
        await harness.TeacherAsync($"counter remove {name}");
        var removed = await harness.StudentAsync($"counter {Claim}");

        Assert.Contains("The children need it.", added.ToPlainText(), StringComparison.Ordinal);
        Assert.DoesNotContain("The children need it.", removed.ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LookUpsAreAnsweredWhileAServerAcceptsAndNeverAnswers()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start(backlog: 500);
        await using var harness = new DebateHarness(TestEngine.Sqlite, timeout: new StorageOptions().Timeout);
        harness.Test.Options.PostgreSql = $"Host=127.0.0.1;Port={((IPEndPoint)silent.LocalEndpoint).Port};Database=seminar;Username=bot";
        harness.Use(harness.Start());

        await LookUpsAreAnsweredAsync(harness);
    }

    // The commands of a class at the same time: votes and schedules that wait for the database, and questions that do not need it.
    private static async Task LookUpsAreAnsweredAsync(DebateHarness harness)
    {
        var sentences = Enumerable.Range(0, 8).Select(i => Task.Run(() => TimedAsync(harness, "debate list", "teacher", isTeacher: true))).ToList();
        var questions = new List<(TimeSpan Elapsed, ChatReply Reply)>();
        for (var round = 0; round < 5; round++)
        {
            questions.AddRange(await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => TimedAsync(harness, "ask How dear is the ferry?", $"student {round} {i}")))));
        }

        Assert.All(questions, question => Assert.NotEqual(ReplyStatus.Error, question.Reply.Status));
        var slowest = questions.Select(question => question.Elapsed).Order().ElementAt(questions.Count * 99 / 100);
        Assert.True(slowest < Longest, $"A question took {slowest}.");
        Assert.All(await Task.WhenAll(sentences), said =>
        {
            Assert.Contains("I cannot reach my database", said.Reply.ToPlainText(), StringComparison.Ordinal);
            Assert.True(said.Elapsed < 2 * Longest, $"The sentence took {said.Elapsed}.");
        });
    }

    private static async Task WorksAgainAsync(DebateHarness harness)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromSeconds(20))
        {
            if ((await harness.TeacherAsync("debate list")).Status == ReplyStatus.Answered)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        Assert.Fail("The database is free, and nobody noticed.");
    }

    private static async Task<(TimeSpan Elapsed, ChatReply Reply)> TimedAsync(DebateHarness harness, string line, string member, bool isTeacher = false)
    {
        var watch = Stopwatch.StartNew();
        var command = new ChatCommand { Name = ChatCommand.PlainWords, Text = line, Channel = DebateHarness.Room, User = new ChatUser(member, isTeacher) };
        await harness.VisibilityAsync("ask");
        return (await harness.HandleAsync(command) is var reply ? watch.Elapsed : default, reply);
    }
}
