using Bot.Chat;
using Bot.Slack.Fake;

namespace Bot.Slack.Tests.SocketMode;

/// <summary>The adapter with its sockets open.</summary>
internal static class RunningSockets
{
    public static async Task<SlackUnderTest> StartAsync(ISeminar seminar)
    {
        var slack = await SlackUnderTest.StartAsync(seminar, ("Slack:Transport", "Socket"), ("Slack:AppToken", FakeSlack.AppToken));
        await Eventually.IsTrueAsync(() => slack.Slack.Sockets.Open == 2 && slack.Trouble is null);
        return slack;
    }
}
