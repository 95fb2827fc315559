using Bot.Chat;
using Bot.Seminar.Tests.DailyDebates.Posting;
using Bot.Testing;

namespace Bot.Seminar.Tests.DailyDebates.Voting;

public sealed class VotingTests
{
    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task FiveHundredPeopleWhoPressTwiceAtOnceAreCountedExactly(TestEngine engine)
    {
        await using var harness = await OpenAsync(engine);
        var answers = Poll(harness).Answers;

        await Task.WhenAll(Enumerable.Range(0, 500).SelectMany(person => new[] { person % 3, (person + 1) % 3 }.Select(answer =>
            Task.Run(() => harness.PressAsync(answers[answer], $"p{person}")))));
        await Task.WhenAll(Enumerable.Range(0, 500).Select(person => Task.Run(() => harness.PressAsync(answers[person < 300 ? 0 : 1], $"p{person}"))));
        var reply = await harness.PressAsync(answers[2], "p0");

        Assert.Contains("So far: for 299, against 200, undecided fewer than three.", reply.ToPlainText(), StringComparison.Ordinal);
        Assert.Equal(["500"], await harness.RowsAsync("SELECT CAST(count(*) AS TEXT) FROM votes"));
    }

    [Fact]
    public async Task TheVoteIsForTheVotersEyesAndNoNameIsKept()
    {
        await using var harness = await OpenAsync(TestEngine.Sqlite);

        var reply = await harness.PressAsync(Poll(harness).Answers[0], "maria");

        Assert.Equal(ReplyVisibility.Private, reply.Visibility);
        Assert.Equal("You voted for the motion. You can change your vote until the poll closes.\n\nFewer than three have voted, so no numbers are shown.", reply.ToPlainText());
        Assert.DoesNotContain("maria", string.Concat(await harness.RowsAsync("SELECT voter FROM votes")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClosingTellsHowManyMovedAndNoNumberBelowThree()
    {
        await using var harness = await OpenAsync(TestEngine.Sqlite);
        var answers = Poll(harness).Answers;
        for (var person = 0; person < 12; person++)
        {
            await harness.PressAsync(answers[person < 8 ? 0 : 1], $"p{person}");
        }

        harness.Time.Advance(TimeSpan.FromHours(3));
        for (var person = 0; person < 4; person++)
        {
            await harness.PressAsync(answers[1], $"p{person}");
        }

        await harness.AtAsync("2026-09-02T08:00:04");
        await harness.RunOnceAsync();
        var closing = Assert.Single(harness.Platform.Posts, post => post.Content.Blocks is [HeadingBlock { Text: "The vote is closed" }, ..]);
        Assert.Equal($"t-{harness.Platform.Posts[0].Key}", closing.Channel.Thread);
        Assert.Equal(
            [
                "At first: for 8, against 4, undecided fewer than three.",
                "At the end: for 4, against 8, undecided fewer than three.",
                "Changed sides: 4.",
                "From for to against: 4.",
            ],
            closing.Content.Blocks.OfType<ListBlock>().Single().Items);
        Assert.Equal("That poll is closed; its result is below the debate.", (await harness.PressAsync(answers[0], "late")).ToPlainText());
    }

    [Fact]
    public async Task WhereTwoWentElsewhereTheWholeDoesNotTellThem()
    {
        await using var harness = await OpenAsync(TestEngine.Sqlite);
        var answers = Poll(harness).Answers;
        for (var person = 0; person < 12; person++)
        {
            await harness.PressAsync(answers[0], $"p{person}");
        }

        harness.Time.Advance(TimeSpan.FromHours(3));
        for (var person = 0; person < 5; person++)
        {
            await harness.PressAsync(answers[person < 4 ? 1 : 2], $"p{person}");
        }

        await harness.AtAsync("2026-09-02T08:00:04");
        Assert.Equal(
            ["From for to against: 4.", "Otherwise: fewer than three."],
            harness.Platform.Posts[^1].Content.Blocks.OfType<ListBlock>().Single().Items.Skip(2));
    }

    [Fact]
    public async Task AVoteThatIsCorrectedAtOnceIsNotAMove()
    {
        await using var harness = await OpenAsync(TestEngine.Sqlite);
        var answers = Poll(harness).Answers;
        for (var person = 0; person < 3; person++)
        {
            await harness.PressAsync(answers[1], $"p{person}");
            harness.Time.Advance(TimeSpan.FromSeconds(5));
            await harness.PressAsync(answers[0], $"p{person}");
        }

        await harness.AtAsync("2026-09-02T08:00:04");
        Assert.Contains("- Nobody changed sides.", harness.Platform.Posts[^1].Content.ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APollOfTwoPeopleShowsNothing()
    {
        await using var harness = await OpenAsync(TestEngine.Sqlite);
        await harness.PressAsync(Poll(harness).Answers[0], "one");
        await harness.PressAsync(Poll(harness).Answers[1], "two");

        await harness.AtAsync("2026-09-02T08:00:04");
        Assert.EndsWith("Fewer than three have voted, so no numbers are shown.", harness.Platform.Posts[^1].Content.ToPlainText(), StringComparison.Ordinal);
    }

    private static async Task<DebateHarness> OpenAsync(TestEngine engine)
    {
        var harness = new DebateHarness(engine);
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.AtAsync("2026-09-01T09:00:00");
        return harness;
    }

    private static PollBlock Poll(DebateHarness harness) => harness.Platform.Posts[0].Content.Blocks.OfType<PollBlock>().Single();
}
