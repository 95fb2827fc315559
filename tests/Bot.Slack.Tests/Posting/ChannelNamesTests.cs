using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Slack.Fake;
using Bot.Slack.WebApi;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Slack.Tests.Posting;

public sealed class ChannelNamesTests
{
    private static readonly ChannelAddress General = new(SlackPlatform.Name, FakeSlack.Team, FakeSlack.Channel);

    [Fact]
    public async Task AChannelAndItsWorkspaceAreCalledAsSlackCallsThem()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());

        Assert.Equal("general", await Names(slack).OfChannelAsync(General, CancellationToken.None));
        Assert.Equal("Seminar", await Names(slack).OfSpaceAsync(General.Space, CancellationToken.None));
    }

    [Fact]
    public async Task WithoutTheScopeAChannelHasNoNameAndTheWorkspaceHas()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());
        slack.Slack.Scopes = "chat:write";

        Assert.Null(await Names(slack).OfChannelAsync(General, CancellationToken.None));
        Assert.Equal("Seminar", await Names(slack).OfSpaceAsync(General.Space, CancellationToken.None));
    }

    [Fact]
    public async Task AChannelThatTheBotIsNotInHasNoName()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());

        Assert.Null(await Names(slack).OfChannelAsync(General with { Channel = "C0UNKNOWN" }, CancellationToken.None));
    }

    private static IChannelNames Names(SlackUnderTest slack) => slack.Services.GetRequiredService<IChannelNames>();
}
