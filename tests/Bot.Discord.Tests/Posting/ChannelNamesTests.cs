using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Discord.Fake;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Discord.Tests.Posting;

public sealed class ChannelNamesTests : IAsyncLifetime
{
    private static readonly ChannelAddress Channel = new("discord", LoopbackDiscord.Server, LoopbackDiscord.Channel);

    private RunningDiscord running = null!;

    private IChannelNames Names => running.Services.GetRequiredService<IChannelNames>();

    public async Task InitializeAsync() => running = await RunningDiscord.StartAsync(new ScriptedSeminar());

    public Task DisposeAsync() => running.DisposeAsync().AsTask();

    [Fact]
    public async Task AChannelAndItsServerAreCalledAsDiscordCallsThem()
    {
        Assert.Equal("week-2", await Names.OfChannelAsync(Channel, CancellationToken.None));
        Assert.Equal("Seminar", await Names.OfSpaceAsync(Channel.Space, CancellationToken.None));
        Assert.Empty(running.Discord.Violations);
    }

    [Fact]
    public async Task AChannelThatTheBotDoesNotSeeHasNoName()
    {
        running.Discord.Add(new Fault((_, path) => path == $"channels/{LoopbackDiscord.Channel}") { Status = 403 });

        Assert.Null(await Names.OfChannelAsync(Channel, CancellationToken.None));
        Assert.Null(await Names.OfSpaceAsync("", CancellationToken.None));
    }
}
