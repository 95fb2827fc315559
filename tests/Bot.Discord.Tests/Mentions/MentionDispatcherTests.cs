using System.Text.Json;
using System.Text.Json.Nodes;
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
    public async Task AReplyToAMotionIsNotAnswered()
    {
        var dispatcher = Desk();

        dispatcher.Receive(JsonSerializer.SerializeToElement(FakeEvents.Reply("I disagree: they only hurt the poor.")));
        dispatcher.Receive(JsonSerializer.SerializeToElement(FakeEvents.Mention("Did it rain?")));

        await Eventually.IsSoAsync(() => discord.Messages.Count > 0);
        Assert.Equal("Did it rain?", Assert.Single(seminar.Got).Text);
    }

    [Fact]
    public async Task AnAnswerToAMessageWithoutAMentionIsBelowIt()
    {
        seminar.Overheard = _ => ChatReply.Answer(new TextBlock("It did."));

        Desk(hearsChannels: true).Receive(JsonSerializer.SerializeToElement(FakeEvents.Post("Did it rain?")));

        await Eventually.IsSoAsync(() => discord.Messages.Count == 1);
        Assert.Equal("Did it rain?", Assert.Single(seminar.Heard).Text);
        Assert.NotNull(discord.Messages[0].Sent["message_reference"]);
        Assert.Empty(seminar.Got);
    }

    [Theory]
    [InlineData("another bot's")]
    [InlineData("a webhook's")]
    [InlineData("a reply")]
    [InlineData("put to somebody")]
    [InlineData("put to everyone")]
    [InlineData("without words")]
    public async Task MessagesToSomeoneOrNotFromMembersAreIgnored(string kind)
    {
        seminar.Overheard = _ => ChatReply.Answer(new TextBlock("It did."));
        var message = FakeEvents.Post("Did it rain?");
        switch (kind)
        {
            case "another bot's":
                message["author"]!["bot"] = true;
                break;
            case "a webhook's":
                message["webhook_id"] = "77";
                break;
            case "a reply":
                message["type"] = 19;
                break;
            case "put to somebody":
                message["mentions"]!.AsArray().Add((JsonNode)new JsonObject { ["id"] = "78" });
                break;
            case "put to everyone":
                message["mention_everyone"] = true;
                break;
            default:
                message["content"] = "";
                break;
        }

        var dispatcher = Desk(hearsChannels: true);
        dispatcher.Receive(JsonSerializer.SerializeToElement(message));
        dispatcher.Receive(JsonSerializer.SerializeToElement(FakeEvents.Post("And afterwards?")));

        await Eventually.IsSoAsync(() => discord.Messages.Count == 1);
        Assert.Equal("And afterwards?", Assert.Single(seminar.Heard).Text);
    }

    [Fact]
    public async Task WithoutTheSettingNothingIsHeard()
    {
        var dispatcher = Desk();

        dispatcher.Receive(JsonSerializer.SerializeToElement(FakeEvents.Post("Did it rain?")));
        dispatcher.Receive(JsonSerializer.SerializeToElement(FakeEvents.Mention("And afterwards?")));

        await Eventually.IsSoAsync(() => discord.Messages.Count > 0);
        Assert.Empty(seminar.Heard);
    }

    private MentionDispatcher Desk(bool hearsChannels = false) =>
        new(seminar, backlog, rest, LoopbackDiscord.BotId, TimeProvider.System, NullLogger<MentionDispatcher>.Instance) { HearsChannels = hearsChannels };
}
