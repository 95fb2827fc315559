using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Slack.Fake;
using Bot.Slack.WebApi;

namespace Bot.Slack.Tests.SocketMode;

/// <summary>The contract of all adapters, for Slack over Socket Mode.</summary>
public sealed class SocketContractTests : ChatAdapterContract
{
    protected override async Task<IAdapterUnderTest> StartAsync(ScriptedSeminar seminar) => await RunningSockets.StartAsync(seminar);

    protected override ChannelAddress Channel(IAdapterUnderTest adapter) => new(SlackPlatform.Name, FakeSlack.Team, FakeSlack.Channel);
}
