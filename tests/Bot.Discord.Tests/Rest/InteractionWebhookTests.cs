using System.Text.Json.Nodes;
using Bot.Discord.Fake;
using Bot.Discord.Protocol;
using Bot.Discord.Rest;
using Bot.Discord.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Discord.Tests.Rest;

public sealed class InteractionWebhookTests : IAsyncLifetime, IDisposable
{
    private static readonly DiscordMessage Message = new("It rained.", [], []);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private LoopbackDiscord discord = null!;
    private ServiceProvider services = null!;
    private RestClient rest = null!;

    public async Task InitializeAsync()
    {
        discord = await LoopbackDiscord.StartAsync();
        services = RestUnderTest.Start(new DiscordOptions { ApiBase = discord.ApiBase });
        rest = services.GetRequiredService<RestClient>();
    }

    public async Task DisposeAsync() => await discord.DisposeAsync();

    public void Dispose() => services.Dispose();

    [Fact]
    public async Task ATokenWhoseTimeIsOverIsNotUsed()
    {
        var late = Webhook(TimeSpan.Zero);

        Assert.IsType<RestAnswer.Failed>(await late.EditOriginalAsync(Message, Timeout, CancellationToken.None));
        Assert.IsType<RestAnswer.Failed>(await late.FollowUpAsync(Message, Timeout, CancellationToken.None));
        Assert.Empty(discord.Requests);
    }

    [Fact]
    public async Task ALimitIsNotWaitedForBeyondTheTokensTime()
    {
        Acknowledge();
        discord.Add(new Fault(Fault.WritesMessage) { Status = 429, RetryAfter = TimeSpan.FromSeconds(5) });

        Assert.IsType<RestAnswer.Failed>(await Webhook(TimeSpan.FromSeconds(2)).FollowUpAsync(Message, Timeout, CancellationToken.None));

        Assert.Single(discord.Requests);
    }

    [Fact]
    public async Task AWebhookThatStaysUnknownIsGivenUp()
    {
        var answer = await Webhook(TimeSpan.FromMinutes(1)).EditOriginalAsync(Message, Timeout, CancellationToken.None);

        Assert.Equal(DiscordError.UnknownWebhook, Assert.IsType<RestAnswer.Refused>(answer).Error.Code);
        Assert.Equal(4, discord.Requests.Count);
    }

    private void Acknowledge() => discord.Take("token", LoopbackDiscord.Channel, new JsonObject { ["type"] = 5 });

    private InteractionWebhook Webhook(TimeSpan left) =>
        new(rest, LoopbackDiscord.BotId, "token", TimeProvider.System.GetUtcNow() + left, TimeProvider.System);
}
