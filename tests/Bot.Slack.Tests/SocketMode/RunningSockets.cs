using Bot.Chat;
using Bot.Slack.Fake;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Slack.Tests.SocketMode;

/// <summary>The adapter with its sockets open.</summary>
internal static class RunningSockets
{
    public static async Task<SlackUnderTest> StartAsync(ISeminar seminar, TimeProvider? time = null)
    {
        var slack = await BeginAsync(seminar, _ => { }, time);
        await Eventually.IsTrueAsync(() => slack.Slack.Sockets.Open == 2 && slack.HealthProblem is null);
        return slack;
    }

    /// <summary>Starts both sides, and does not wait until the sockets are open.</summary>
    public static Task<SlackUnderTest> BeginAsync(ISeminar seminar, Action<FakeSlack> prepare, TimeProvider? time = null) => SlackUnderTest.StartAsync(
        seminar,
        builder => builder.Services.AddSingleton(time ?? TimeProvider.System),
        prepare,
        ("Slack:Transport", "Socket"),
        ("Slack:AppToken", FakeSlack.AppToken));
}
