using Bot.Chat.Contract;
using Bot.Slack.Fake;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Slack.Tests.Replies;

/// <summary>Replies that Slack does not accept at once.</summary>
public sealed class LateRepliesTests
{
    // Longer than a reply waits.
    private static readonly Fault Limit = new Fault.Limit(TimeSpan.FromMinutes(2));

    private readonly FakeTimeProvider time = new(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task AnAnswerInAThreadArrivesLater()
    {
        await using var slack = await StartAsync();
        slack.Slack.Faults.Add("chat.postMessage", Limit);

        await slack.DeliverAsync(new Happening(HappeningKind.Mention, "", "ask Did it rain?"));

        await PassTimeUntilAsync(() => slack.Slack.Screen.Messages.Count == 1);
        Assert.NotNull(slack.Slack.Screen.Messages[0].Thread);
    }

    [Fact]
    public async Task TheResponseUrlIsTriedAgainIfTheBotMayNotWriteItself()
    {
        await using var slack = await StartAsync();
        slack.Slack.Faults.Add(Faults.Response, Limit);
        for (var i = 0; i < 10; i++)
        {
            slack.Slack.Faults.Add("chat.postEphemeral", new Fault.Refusal("not_in_channel"));
        }

        using var pressed = await slack.Member().PressAsync("choice:0", "1||ask|Did it rain?", null, "1");

        await PassTimeUntilAsync(() => slack.Slack.Screen.Messages.Count == 1);
        Assert.True(slack.Slack.Screen.Messages[0].IsPrivate);
    }

    [Fact]
    public async Task AReplyThatMayHaveArrivedIsNotSentAgain()
    {
        await using var slack = await StartAsync();
        slack.Slack.Faults.Add("chat.postMessage", new Fault.LoseAnswer());

        await slack.DeliverAsync(new Happening(HappeningKind.Mention, "", "ask Did it rain?"));
        await Eventually.IsTrueAsync(() => slack.Slack.Screen.Messages.Count == 1);
        await slack.DeliverAsync(new Happening(HappeningKind.Mention, "", "ask Did it snow?"));

        await PassTimeUntilAsync(() => slack.Slack.Screen.Messages.Count == 2);
        time.Advance(TimeSpan.FromMinutes(1));
        await Task.Delay(200);
        Assert.Equal(2, slack.Slack.Calls.Count);
    }

    [Fact]
    public async Task AReplyThatStillWaitsWhenTheProgramStopsIsSentThen()
    {
        var slack = await StartAsync();
        await using (slack)
        {
            slack.Slack.Faults.Add("chat.postMessage", new Fault.Limit(TimeSpan.FromSeconds(200)));
            await slack.DeliverAsync(new Happening(HappeningKind.Mention, "", "ask Did it rain?"));
            await Eventually.IsTrueAsync(() => slack.Slack.Calls.Count == 1);

            // The limit is over, and the next try is minutes away.
            for (var passed = 0; passed < 210; passed++)
            {
                time.Advance(TimeSpan.FromSeconds(1));
                await Task.Delay(10);
            }

            Assert.Empty(slack.Slack.Screen.Messages);
        }

        Assert.Single(slack.Slack.Screen.Messages);
    }

    private Task<SlackUnderTest> StartAsync() =>
        SlackUnderTest.StartAsync(new ScriptedSeminar(), builder => builder.Services.AddSingleton<TimeProvider>(time));

    private Task PassTimeUntilAsync(Func<bool> isSo) => Eventually.IsTrueAsync(() =>
    {
        time.Advance(TimeSpan.FromSeconds(1));
        return isSo();
    });
}
