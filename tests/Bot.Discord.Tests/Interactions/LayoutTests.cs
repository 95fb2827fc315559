using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Discord.Fake;

namespace Bot.Discord.Tests.Interactions;

/// <summary>Answers whose quotes link to the reading room.</summary>
public sealed class LayoutTests : IAsyncLifetime
{
    private readonly ScriptedSeminar seminar = new() { Answer = (_, _) => Task.FromResult(Reply(2)) };
    private RunningDiscord running = null!;

    public async Task InitializeAsync() => running = await RunningDiscord.StartAsync(seminar);

    public Task DisposeAsync() => running.DisposeAsync().AsTask();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AQuoteHasAButtonBesideItThatShowsIt(bool isLate)
    {
        var gate = isLate ? Held() : null;
        await AskAsync();
        gate?.SetResult();
        await AnsweredAsync();

        var message = Assert.Single(running.Discord.Messages);
        Assert.Equal((true, true), (message.IsLaidOut, message.IsPrivate));
        Assert.Equal(["https://example.org/r/1", "https://example.org/r/2"], message.Links);
        Assert.Contains("It rained 1.", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItIsSharedAsItIsBelowTheNameOfWhoSharedIt()
    {
        await AskAsync();
        await AnsweredAsync();
        var message = running.Discord.Messages[0];

        await running.SendAsync(FakeInteractions.Press("share", message.ToJson()));
        await Eventually.IsSoAsync(() => running.Discord.Messages.Count == 2);

        var (own, shared) = (running.Discord.Messages[0], running.Discord.Messages[1]);
        Assert.DoesNotContain(own.Buttons, button => button.Id == "share");
        Assert.Equal((true, false), (shared.IsLaidOut, shared.IsPrivate));
        Assert.StartsWith("Shared by", shared.Text, StringComparison.Ordinal);
        Assert.EndsWith(own.Text, shared.Text, StringComparison.Ordinal);
        Assert.Equal(own.Links, shared.Links);
        Assert.Equal("More", Assert.Single(shared.Buttons).Label);
    }

    [Fact]
    public async Task ItsWordsAreTheTextOfACommandOnIt()
    {
        await AskAsync();
        await AnsweredAsync();
        var press = FakeInteractions.OnMessage("Check quote", "");
        press["data"]!["resolved"]!["messages"]!["77"] = running.Discord.Messages[0].ToJson();

        await running.SendAsync(press);

        Assert.Contains("It rained 2.", seminar.Got[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMessageWhoseLayoutDiscordRefusesIsSentWithCards()
    {
        var gate = Held();
        await AskAsync();
        running.Discord.Add(new Fault((method, _) => method == "PATCH") { Status = 400, Body = new JsonObject { ["code"] = 50035, ["message"] = "Invalid Form Body" } });
        gate.SetResult();
        await AnsweredAsync();

        var message = Assert.Single(running.Discord.Messages);
        Assert.False(message.IsLaidOut);
        Assert.Contains("It rained 2.", message.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, "")]
    [InlineData(2, "file")]
    public async Task AMessageWithTooManyPartsOrAFileUsesCards(int quotes, string also)
    {
        seminar.Answer = (_, _) => Task.FromResult(Reply(quotes) is var reply && also.Length == 0
            ? reply
            : reply with { Blocks = [.. reply.Blocks, new FileBlock("debates.csv", FileBlock.Table, "date")] });

        await AskAsync();
        await AnsweredAsync();

        Assert.All(running.Discord.Messages, message => Assert.False(message.IsLaidOut));
        Assert.Contains("It rained 1.", running.Discord.Messages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutThePermissionForCardsItIsText()
    {
        var interaction = Ask();
        interaction["app_permissions"] = "0";

        await running.SendAsync(interaction);
        await AnsweredAsync();

        Assert.False(Assert.Single(running.Discord.Messages).IsLaidOut);
    }

    private static JsonObject Ask() => FakeInteractions.Command("ask", ("question", "Did it rain?"));

    private static ChatReply Reply(int quotes) => ChatReply.Answer(
    [
        new TextBlock("These answer."),
        .. Enumerable.Range(1, quotes).Select(i => new QuoteBlock($"It rained {i}.", new Citation($"on-rain-{i}", "On Rain", i, 1) { Place = new Uri($"https://example.org/r/{i}") })),
        new ChoicesBlock([new Choice("More", "find", "rain page:2")]),
    ]);

    private TaskCompletionSource Held()
    {
        var gate = new TaskCompletionSource();
        seminar.Answer = async (_, cancellationToken) =>
        {
            await gate.Task.WaitAsync(cancellationToken);
            return Reply(2);
        };
        return gate;
    }

    private async Task AskAsync() => await running.SendAsync(Ask());

    private Task AnsweredAsync() => Eventually.IsSoAsync(() => running.Discord is { Pending: 0, Messages.Count: > 0 });
}
