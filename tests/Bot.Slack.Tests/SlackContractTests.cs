using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Slack.Fake;
using Bot.Slack.WebApi;

namespace Bot.Slack.Tests;

/// <summary>The contract of all adapters, for Slack over HTTP.</summary>
public sealed class SlackContractTests : ChatAdapterContract
{
    protected override async Task<IAdapterUnderTest> StartAsync(ScriptedSeminar seminar) => await SlackUnderTest.StartAsync(seminar);

    protected override ChannelAddress Channel(IAdapterUnderTest adapter) => new(SlackPlatform.Name, FakeSlack.Team, FakeSlack.Channel);
}
