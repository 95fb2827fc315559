using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Web.Channels;

namespace Bot.Web.Tests;

/// <summary>The contract of all adapters, for the web pages.</summary>
public sealed class WebContractTests : ChatAdapterContract
{
    protected override async Task<IAdapterUnderTest> StartAsync(ScriptedSeminar seminar) => await WebUnderTest.StartAsync(seminar);

    protected override ChannelAddress Channel(IAdapterUnderTest adapter) => new(WebAdapter.Platform, "", "seminar");
}
