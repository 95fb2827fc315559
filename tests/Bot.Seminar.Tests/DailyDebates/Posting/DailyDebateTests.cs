using Bot.Chat;
using Bot.Chat.Posting;
using Bot.Testing;

namespace Bot.Seminar.Tests.DailyDebates.Posting;

public sealed class DailyDebateTests
{
    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task ADebateIsPostedOnceOnEachOfItsDays(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);
        var reply = await harness.TeacherAsync("debate schedule 09:00 Europe/Lisbon weekdays");
        Assert.StartsWith("Schedule 1: a debate at 09:00 Europe/Lisbon, weekdays. The first one is on Tue 1 September 2026, 09:00.", reply.ToPlainText(), StringComparison.Ordinal);

        await harness.AtAsync("2026-09-01T07:59:59");
        Assert.Empty(harness.Platform.Posts);

        await harness.AtAsync("2026-09-01T08:00:00");
        await harness.RunOnceAsync();
        var post = Assert.Single(harness.Platform.Posts);
        Assert.Equal("room 1/2", post.Channel.Channel);
        Assert.InRange(post.Key.Length, 1, 25);
        Assert.NotNull(post.ThreadName);
        Assert.Single(post.Content.Blocks.OfType<PollBlock>());
        Assert.Equal([$"m-{post.Key}"], await harness.RowsAsync("SELECT message FROM posts WHERE state = 'posted'"));

        // From Friday to Monday.
        await harness.AtAsync("2026-09-02T08:00:00");
        await harness.AtAsync("2026-09-03T08:00:00");
        await harness.AtAsync("2026-09-04T08:00:00");
        await harness.AtAsync("2026-09-06T08:00:00");
        Assert.Equal(4, Debates(harness).Count);
        await harness.AtAsync("2026-09-07T08:00:00");
        Assert.Equal(5, Debates(harness).Select(MotionOf).Distinct().Count());
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task ATagIsCheckedWhenAScheduleIsMadeAndGoesWithEachDebate(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);
        Assert.Equal("There is no tag Rain.", (await harness.TeacherAsync("debate schedule 09:00 UTC tag:Rain")).ToPlainText());
        Assert.Contains("with the tag Debate", (await harness.TeacherAsync("debate schedule 09:00 UTC tag:Debate")).ToPlainText(), StringComparison.Ordinal);
        Assert.Contains("with the tag Debate", (await harness.TeacherAsync("debate list")).ToPlainText(), StringComparison.Ordinal);

        await harness.AtAsync("2026-09-01T09:00:00");
        Assert.Equal("Debate", Assert.Single(harness.Platform.Posts).Tag);

        harness.Platform.Tag = "Motion";
        Assert.Equal("There is no tag Debate.", (await harness.TeacherAsync("debate post")).ToPlainText());
    }

    [Fact]
    public async Task ThePreviewIsWhatIsPostedAlsoAfterARestart()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        var preview = await harness.TeacherAsync("debate preview 5");
        var full = await harness.TeacherAsync("debate preview 1");
        Assert.Equal(preview.ToPlainText(), (await harness.TeacherAsync("debate preview 5")).ToPlainText());

        harness.Start();
        for (var day = 1; day <= 5; day++)
        {
            harness.Time.SetUtcNow(new DateTimeOffset(2026, 9, day, 9, 0, 0, TimeSpan.Zero));
            await harness.RunOnceAsync(replica: 1);
        }

        var shown = preview.Blocks.OfType<ListBlock>().Single().Items.Select(item => item[(item.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
        Assert.Equal(shown, Debates(harness).Select(MotionOf));
        var posted = Debates(harness)[0].Content.Blocks.Where(block => block is not PollBlock).Select(Text);
        Assert.Equal(posted, full.Blocks.Skip(1).SkipLast(1).Select(Text));
    }

    [Fact]
    public async Task AReadingThatIsAddedChangesOnlyWhatIsToCome()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.AtAsync("2026-09-01T09:00:00");
        await harness.AtAsync("2026-09-02T09:00:00");

        var island = TestReadings.Of("island", "The Island", "The island should build a harbour of its own on the north side.", "A harbour of its own brings boats and visitors to the island.", "The north side of the island is deep enough for large boats.");
        harness.Shelf.Replace(LocalModels.LexicalShelf([DebateHarness.Town, island]).Current);
        for (var day = 3; day <= 6; day++)
        {
            await harness.AtAsync($"2026-09-0{day}T09:00:00");
        }

        var motions = Debates(harness).Select(MotionOf).ToList();
        Assert.Equal(6, motions.Count);
        Assert.Equal(2, motions.Take(2).Distinct().Count());
        Assert.Contains("This house believes that the island should build a harbour of its own on the north side.", motions);
    }

    [Fact]
    public async Task NoMotionComesTwiceBeforeAllHaveComeOnce()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.TeacherAsync("debate schedule 15:00 UTC");
        var all = (await harness.Pools.OfAsync(harness.Shelf.Current, [], CancellationToken.None)).Motions.Count;
        for (var day = 1; day <= 2 * all; day++)
        {
            await harness.AtAsync($"2026-09-{day:00}T09:00:00");
            await harness.AtAsync($"2026-09-{day:00}T15:00:00");
        }

        var motions = Debates(harness).Select(MotionOf).ToList();
        Assert.Equal(4 * all, motions.Count);
        Assert.All(motions.Chunk(all), round => Assert.Equal(all, round.Distinct().Count()));
    }

    [Fact]
    public async Task WhatTeachersPinQueueAndSkipHappens()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.TeacherAsync("debate pin Dogs should be allowed on the ferry. 2026-09-03");
        await harness.TeacherAsync("debate skip 2026-09-02");
        await harness.TeacherAsync("debate holiday 2026-09-04..2026-09-05");
        await harness.TeacherAsync("debate queue town ¶2");
        await harness.AtAsync("2026-09-01T09:00:00");
        for (var day = 2; day <= 6; day++)
        {
            await harness.AtAsync($"2026-09-0{day}T09:00:00");
        }

        Assert.Equal(
            ["This house believes that the town should plant trees along the old harbour road.", "Dogs should be allowed on the ferry."],
            Debates(harness).Select(MotionOf).Take(2));
        Assert.Equal(3, Debates(harness).Count);
        Assert.DoesNotContain(Debates(harness), debate => debate.Content.Quotes.Any(quote => quote.Citation.Reading == "written"));
    }

    [Fact]
    public async Task ADayThatWasTakenOutCanBeGivenBackAlsoAfterTheDebateBeforeIt()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.TeacherAsync("debate holiday 2026-09-02");
        var skipped = await harness.TeacherAsync("debate skip 2026-09-03");
        await harness.AtAsync("2026-09-01T09:00:00");
        Assert.Contains("next on Fri 4 September 2026, 09:00", (await harness.TeacherAsync("debate list")).ToPlainText(), StringComparison.Ordinal);

        await harness.TeacherAsync("debate holiday 2026-09-02 off:yes");
        Assert.Equal("Thu 3 September 2026 is an ordinary day again.", (await harness.PressAsync(Assert.Single(skipped.Choices), "teacher", isTeacher: true)).ToPlainText());
        Assert.Equal(ReplyStatus.Error, (await harness.TeacherAsync("debate skip 2026-09-03 off:yes")).Status);
        await harness.AtAsync("2026-09-02T09:00:00");
        await harness.AtAsync("2026-09-03T09:00:00");

        Assert.Equal(3, Debates(harness).Count);
    }

    [Fact]
    public async Task WaitingSuggestionsCanBeDecidedInTheList()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("debate queue Dogs should be allowed on the ferry.");
        await harness.StudentAsync("debate suggest Lunch should be longer.");
        var list = await harness.TeacherAsync("debate list");
        Assert.Equal(
            ["Take back: Dogs should be allowed on the ferry.", "Accept: Lunch should be longer.", "Decline: Lunch should be longer."],
            list.Choices.Select(choice => choice.Label));

        var takeBack = list.Choices.First();
        Assert.Equal(ReplyStatus.Error, (await harness.PressAsync(takeBack, "student")).Status);
        Assert.Equal("Removed from the queue: Dogs should be allowed on the ferry.", (await harness.PressAsync(takeBack, "teacher", isTeacher: true)).ToPlainText());
        Assert.Equal("That motion is not in the queue any more.", (await harness.PressAsync(takeBack, "teacher", isTeacher: true)).ToPlainText());
        Assert.DoesNotContain("Dogs", (await harness.TeacherAsync("debate list")).ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FreeDaysOfAnOutageAreNotReported()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.TeacherAsync("debate holiday 2026-09-02");
        await harness.AtAsync("2026-09-03T12:00:00");
        await harness.RunOnceAsync();

        Assert.Equal(["2026-09-01", "2026-09-03"], await harness.RowsAsync("SELECT date FROM debates WHERE outcome = 'missed' ORDER BY date"));
    }

    [Fact]
    public async Task TheDayBehindAFreeDayOfAnOutageComesInTheSameTurn()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.TeacherAsync("debate holiday 2026-09-02");
        await harness.AtAsync("2026-09-01T09:00:00");
        await harness.AtAsync("2026-09-03T09:30:00");

        Assert.Equal(["2026-09-01", "2026-09-03"], await harness.RowsAsync("SELECT date FROM debates WHERE outcome = 'posted' ORDER BY date"));
    }

    [Theory]
    [InlineData("town ¶1.2", "Queued: The ferry brings the children to school.")]
    [InlineData("town ¶2", "Queued: This house believes that the town should plant trees along the old harbour road.")]
    [InlineData("town ¶99", "town has no ¶99. “show town ¶N” shows a paragraph.")]
    [InlineData("town ¶1.9", "town has no ¶1.9. “show town ¶N” shows a paragraph.")]
    public async Task APlaceStandsForItsSentenceOrIsNone(string place, string said)
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);

        Assert.StartsWith(said, (await harness.TeacherAsync($"debate queue {place}")).ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASentenceThatATeacherNamedIsPostedAsItStandsWithItsPlace()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.TeacherAsync("debate pin town ¶1.2 2026-09-01");
        await harness.AtAsync("2026-09-01T09:00:00");

        var post = Assert.Single(Debates(harness));
        Assert.Equal("The ferry brings the children to school.", MotionOf(post));
        Assert.Contains(post.Content.Choices, choice => choice.Label == "Read ¶1");
        Assert.Equal(["1.2"], await harness.RowsAsync("SELECT paragraph || '.' || sentence FROM debates"));
    }

    [Fact]
    public async Task AfterAShortOutageTheDebateComesLateAndAfterALongOneTheDayIsReported()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.AtAsync("2026-09-01T10:59:00");
        Assert.Single(Debates(harness));

        await harness.AtAsync("2026-09-05T09:30:00");
        Assert.Equal(2, Debates(harness).Count);
        var note = Assert.Single(harness.Platform.Posts, post => post.Content.Blocks is [TextBlock]);
        Assert.Equal("A note to the teachers (Sat 5 September 2026, UTC): “debate list” says what was not posted here, and why.", note.Content.ToPlainText());
        Assert.Contains(
            "Recent problems\n- No debate was posted on Wed 2 September 2026, Thu 3 September 2026, Fri 4 September 2026 at 09:00 (UTC)", (await harness.TeacherAsync("debate list")).ToPlainText(), StringComparison.Ordinal);
        Assert.Equal(["2026-09-02", "2026-09-03", "2026-09-04"], await harness.RowsAsync("SELECT date FROM debates WHERE outcome = 'missed' ORDER BY date"));
    }

    [Fact]
    public async Task TheChannelIsToldOfProblemsOnceADay()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.TeacherAsync("debate schedule 09:30 UTC");
        await harness.AtAsync("2026-09-01T12:00:00");
        await harness.RunOnceAsync();

        Assert.Single(harness.Platform.Posts);
        Assert.Equal(2, (await harness.RowsAsync("SELECT what FROM reports")).Count);

        harness.Platform.OnPost = post => post.Content.Blocks.OfType<PollBlock>().Any() ? FakePlatform.Refuse("No.") : null;
        await harness.AtAsync("2026-09-02T09:00:00");
        await harness.RunOnceAsync();
        Assert.Equal(2, harness.Platform.Posts.Count);
    }

    [Fact]
    public async Task APausedScheduleMissesNothingAndGoesOnWhenItIsResumed()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.TeacherAsync("debate pause");
        await harness.AtAsync("2026-09-03T12:00:00");
        Assert.Empty(harness.Platform.Posts);

        Assert.Equal("Schedule 1 is resumed. Its next debate is on Fri 4 September 2026, 09:00.", (await harness.TeacherAsync("debate resume")).ToPlainText());
        await harness.AtAsync("2026-09-04T09:00:00");
        Assert.Single(harness.Platform.Posts);
    }

    [Fact]
    public async Task APostNowComesBesidesTheSchedule()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("debate post");
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.TeacherAsync("debate post");
        await harness.RunOnceAsync();
        Assert.Equal(2, Debates(harness).Count);
        await harness.AtAsync("2026-09-01T09:00:00");

        Assert.Equal(3, Debates(harness).Select(MotionOf).Distinct().Count());
    }

    [Fact]
    public async Task SchedulesAreForTeachersAndSuggestionsForAll()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        Assert.Equal(ReplyStatus.Error, (await harness.StudentAsync("debate schedule 09:00 UTC")).Status);

        var suggested = await harness.StudentAsync("debate suggest Lunch should be longer.");
        var accept = suggested.Choices.Single(choice => choice.Label == "Accept");
        Assert.Equal(ReplyStatus.Error, (await harness.PressAsync(accept, "student")).Status);
        Assert.Equal("The suggestion is queued: Lunch should be longer.", (await harness.PressAsync(accept, "teacher", isTeacher: true)).ToPlainText());
        Assert.Equal("That suggestion has been decided on already.", (await harness.PressAsync(accept, "teacher", isTeacher: true)).ToPlainText());

        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.AtAsync("2026-09-01T09:00:00");
        Assert.Equal("Lunch should be longer.", MotionOf(Assert.Single(Debates(harness))));
        Assert.DoesNotContain("student", string.Concat(await harness.RowsAsync("SELECT author FROM proposals")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EverybodyCanAskForTodaysMotionAndVoteThere()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        Assert.Equal("No debate is open here. None is planned.", (await harness.StudentAsync("debate today")).ToPlainText());
        await harness.TeacherAsync("debate schedule 09:00 Europe/Lisbon");
        var before = await harness.StudentAsync("debate today");
        Assert.Equal("No debate is open here. The next one is on Tue 1 September 2026, 09:00 (Europe/Lisbon).", before.ToPlainText());
        Assert.Equal(ReplyStatus.Abstained, before.Status);

        await harness.AtAsync("2026-09-01T08:00:00");
        var today = await harness.StudentAsync("debate today");
        Assert.StartsWith($"Motion\n{MotionOf(Assert.Single(Debates(harness)))}\n", today.ToPlainText(), StringComparison.Ordinal);
        Assert.Contains("until Wed 2 September 2026, 08:00 (Europe/Lisbon).", today.ToPlainText(), StringComparison.Ordinal);
        var vote = await harness.PressAsync(today.Choices.Single(choice => choice.Label == "Against"), "student");
        Assert.StartsWith("You voted against the motion.", vote.ToPlainText(), StringComparison.Ordinal);

        harness.Time.SetUtcNow(new DateTimeOffset(2026, 9, 2, 7, 30, 0, TimeSpan.Zero));
        Assert.EndsWith("The vote is closed.", (await harness.StudentAsync("debate today")).ToPlainText(), StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task AMemberSeesTheMotionsOfOnlyTheirChannels(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);
        await harness.TeacherAsync("debate schedule 09:30 Europe/Lisbon", "north");
        await harness.TeacherAsync("debate schedule 09:15 Europe/Lisbon", "south");
        await harness.TeacherAsync("debate schedule 09:00 Europe/Lisbon", "teachers");
        await harness.TeacherAsync("debate skip 2026-09-01", "south");

        Assert.Equal(
            "No debate is open in your channels. The next one is on Tue 1 September 2026, 09:30 (Europe/Lisbon).",
            (await harness.TodayAsync("south", "north")).ToPlainText());
        await harness.AtAsync("2026-09-01T08:30:00");
        await harness.AtAsync("2026-09-02T08:15:00");
        var today = await harness.TodayAsync("south", "north");

        var debates = Debates(harness).Where(post => post.Channel.Channel != "teachers").Select(MotionOf).Reverse();
        Assert.Equal(debates, today.Blocks.Zip(today.Blocks.Skip(1)).Where(pair => pair.First is HeadingBlock).Select(pair => ((TextBlock)pair.Second).Text));
    }

    [Fact]
    public async Task OfManyDebatesSomeAreShownAndTheRestIsSpokenOf()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        var rooms = Enumerable.Range(0, 6).Select(room => $"room {room}").ToArray();
        foreach (var room in rooms)
        {
            await harness.TeacherAsync("debate schedule 09:00 UTC", room);
        }

        await harness.AtAsync("2026-09-01T09:00:00");
        var today = await harness.TodayAsync(rooms);

        Assert.Equal(5, today.Blocks.OfType<PollBlock>().Count());
        Assert.EndsWith("More debates are open: “debate today” shows them in their channels.", today.ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutItsDatabaseDebatesPauseAndSaySoAndNothingIsLost()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        File.Move(harness.Test.File, $"{harness.Test.File}.away");

        harness.Time.SetUtcNow(new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.Zero));
        await Assert.ThrowsAsync<Bot.Storage.DatabaseUnavailableException>(() => harness.RunOnceAsync());
        Assert.StartsWith("I cannot reach my database at the moment", (await harness.TeacherAsync("debate list")).ToPlainText(), StringComparison.Ordinal);
        Assert.Equal(ReplyStatus.Answered, (await harness.StudentAsync("show town ¶1")).Status);

        File.Move($"{harness.Test.File}.away", harness.Test.File);
        await harness.AtAsync("2026-09-01T09:20:00");
        Assert.Single(harness.Platform.Posts);
    }

    internal static List<ChannelPost> Debates(DebateHarness harness) =>
        [.. harness.Platform.Posts.Where(post => post.Content.Blocks.OfType<PollBlock>().Any())];

    private static string MotionOf(ChannelPost post) => post.Content.Blocks.OfType<TextBlock>().First().Text;

    private static string Text(ReplyBlock block) => ChatReply.Answer(block).ToPlainText();
}
