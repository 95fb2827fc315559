using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Discord.Fake;

namespace Bot.Discord.Tests.Gateway;

/// <summary>The contract of all adapters, over the gateway.</summary>
public sealed class GatewayContractTests : ChatAdapterContract
{
    protected override async Task<IAdapterUnderTest> StartAsync(ScriptedSeminar seminar) => await RunningGateway.StartAsync(seminar);

    protected override ChannelAddress Channel(IAdapterUnderTest adapter) => new("discord", LoopbackDiscord.Server, LoopbackDiscord.Channel);
}
