using Bot.Chat;
using Bot.Slack.Tests.Forms;

namespace Bot.Slack.Tests.SocketMode;

/// <summary>The form tests over Socket Mode.</summary>
public sealed class SocketFormTests : FormTests
{
    private protected override Task<SlackUnderTest> StartAsync(ISeminar seminar) => RunningSockets.StartAsync(seminar);
}
