using Bot.Chat;
using Bot.Seminar.Channels;
using Bot.Seminar.Tests.DailyDebates.Posting;
using Bot.Testing;
using Microsoft.Extensions.Options;

namespace Bot.Seminar.Tests.Channels;

public sealed class FairSharesTests
{
    private static readonly Dictionary<string, string?> Limits = new()
    {
        ["Limits:MemberBurst"] = "10",
        ["Limits:MemberEvery"] = "00:00:05",
        ["Limits:ChannelBurst"] = "50",
        ["Limits:ChannelEvery"] = "00:00:05",
    };

    [Theory]
    [OnSqlite]
    public async Task AMemberWhoSendsTooFastIsToldToWaitAndNobodyElseIs(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine, settings: Limits);
        var replies = new List<ChatReply>();
        for (var i = 0; i < 12; i++)
        {
            replies.Add(await harness.StudentAsync("show town ¶1", "maria"));
        }

        Assert.Equal(ReplyStatus.Answered, replies[0].Status);
        Assert.Equal(ReplyStatus.Error, replies[^1].Status);
        Assert.Equal(ReplyVisibility.Private, replies[^1].Visibility);
        Assert.StartsWith("You ask faster than I can answer. Please try again in", replies[^1].ToPlainText(), StringComparison.Ordinal);
        Assert.Equal(ReplyStatus.Answered, (await harness.StudentAsync("show town ¶1", "joao")).Status);

        await Task.Delay(TimeSpan.FromSeconds(6));
        Assert.Equal(ReplyStatus.Answered, (await harness.StudentAsync("show town ¶1", "maria")).Status);
    }

    [Theory]
    [OnSqlite]
    public async Task AChannelThatIsFloodedByManyLeavesOtherChannelsAlone(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine, settings: Limits);
        var replies = new List<ChatReply>();
        for (var i = 0; i < 60; i++)
        {
            replies.Add(await harness.StudentAsync("show town ¶1", $"student {i}"));
        }

        Assert.Equal(ReplyStatus.Error, replies[^1].Status);
        Assert.StartsWith("There are too many requests in this channel", replies[^1].ToPlainText(), StringComparison.Ordinal);
        Assert.Equal(ReplyStatus.Answered, (await harness.TeacherAsync("show town ¶1", "another room")).Status);
    }

    [Theory]
    [OnSqlite]
    public async Task AClassVotesAtTheSameTime(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine, settings: Limits);
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.AtAsync("2026-09-01T09:00:00");
        var answer = harness.Platform.Posts[0].Content.Choices.First(choice => choice.Command == "debate vote");

        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => harness.PressAsync(answer, $"student {i}"))));

        Assert.All(replies, reply => Assert.Equal(ReplyStatus.Answered, reply.Status));
    }

    [Fact]
    public void TwoRequestsOfAMemberAreWorkedOnAtATime()
    {
        using var shares = new FairShares(Options.Create(new LimitsOptions()));
        var (first, second) = (shares.Enter(Of("maria"), null), shares.Enter(Of("maria"), null));

        Assert.Equal("I am still working on your last request. Please wait for that answer.", shares.Enter(Of("maria"), null).Refusal?.ToPlainText());
        Assert.Null(shares.Enter(Of("joao"), null).Refusal);

        first.Place?.Dispose();
        Assert.Null(shares.Enter(Of("maria"), null).Refusal);
        Assert.NotNull(second.Place);
    }

    private static ChatCommand Of(string member) => new() { Name = "ask", Channel = DebateHarness.Room, User = new ChatUser(member) };
}
