using System.Text.Json;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Chat.Delivery;
using Bot.Discord.Fake;
using Bot.Discord.Mentions;
using Bot.Discord.Rest;
using Bot.Discord.Settings;
using Bot.Discord.Tests.Rest;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Discord.Tests.Mentions;

public sealed class MentionDispatcherTests : IAsyncLifetime, IDisposable
{
    private readonly ScriptedSeminar seminar = new();
    private readonly CommandBacklog backlog = new(new BacklogLimits(10, 1, TimeSpan.FromSeconds(5)), TimeProvider.System, fault => Assert.Fail(fault.ToString()));
    private readonly CancellationTokenSource stop = new();
    private LoopbackDiscord discord = null!;
    private ServiceProvider services = null!;
    private RestClient rest = null!;
    private Task working = Task.CompletedTask;

    public async Task InitializeAsync()
    {
        discord = await LoopbackDiscord.StartAsync(RunningDiscord.Specification);
        var options = new DiscordOptions { Token = LoopbackDiscord.Token, ApiBase = discord.ApiBase, ApplicationId = LoopbackDiscord.BotId };
        services = RestUnderTest.Start(options);
        rest = services.GetRequiredService<RestClient>();
        working = backlog.RunAsync(stop.Token);
    }

    public async Task DisposeAsync()
    {
        await stop.CancelAsync();
        await working;
        await discord.DisposeAsync();
        Assert.Empty(discord.Violations);
    }

    public void Dispose()
    {
        stop.Dispose();
        services.Dispose();
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task AQuoteArrivesWhetherCardsAreShownOrNot(bool showsCards, bool hasWords)
    {
        discord.ShowsCards = showsCards;
        var quote = new QuoteBlock("It rained.", new Citation("on-rain", "On Rain", 1, 1));
        seminar.Answer = (_, _) => Task.FromResult(hasWords ? ChatReply.Answer(new TextBlock("One passage answers."), quote) : ChatReply.Answer(quote));

        Desk().Receive(JsonSerializer.SerializeToElement(FakeEvents.Mention("Did it rain?")));

        await Eventually.IsSoAsync(() => discord.Messages.Any(message => message.Text.Contains("It rained.", StringComparison.Ordinal)));
        var answer = Assert.Single(discord.Messages);
        Assert.Contains("¶1.1", answer.Text, StringComparison.Ordinal);
        Assert.NotNull(answer.Sent["message_reference"]);
    }

    [Fact]
    public async Task WhoRepliesToAMotionIsNotAnswered()
    {
        var dispatcher = Desk();

        dispatcher.Receive(JsonSerializer.SerializeToElement(FakeEvents.Reply("I disagree: they only hurt the poor.")));
        dispatcher.Receive(JsonSerializer.SerializeToElement(FakeEvents.Mention("Did it rain?")));

        await Eventually.IsSoAsync(() => discord.Messages.Count > 0);
        Assert.Equal("Did it rain?", Assert.Single(seminar.Got).Text);
    }

    private MentionDispatcher Desk() =>
        new(seminar, backlog, rest, LoopbackDiscord.BotId, TimeProvider.System, NullLogger<MentionDispatcher>.Instance);
}
