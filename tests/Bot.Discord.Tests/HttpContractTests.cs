using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Discord.Fake;

namespace Bot.Discord.Tests;

/// <summary>The contract of all adapters, over signed HTTP requests.</summary>
public sealed class HttpContractTests : ChatAdapterContract
{
    protected override async Task<IAdapterUnderTest> StartAsync(ScriptedSeminar seminar) => await RunningDiscord.StartAsync(seminar);

    protected override ChannelAddress Channel(IAdapterUnderTest adapter) => new("discord", LoopbackDiscord.Server, LoopbackDiscord.Channel);
}
