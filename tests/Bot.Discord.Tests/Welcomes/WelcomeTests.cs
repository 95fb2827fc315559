using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Discord.Fake;

namespace Bot.Discord.Tests.Welcomes;

public sealed class WelcomeTests : IAsyncLifetime
{
    private readonly ScriptedSeminar seminar = new()
    {
        Answer = (_, _) => Task.FromResult(ChatReply.Answer(new TextBlock("Hello!"), new ChoicesBlock([new Choice("Help", "help", "")]))),
    };

    private RunningDiscord running = null!;

    private IReadOnlyList<FakeMessage> Greetings => [.. running.Discord.Messages.Where(message => !message.AnswersInteraction)];

    public async Task InitializeAsync()
    {
        running = await RunningDiscord.StartAsync(seminar);
        running.Discord.JoinedAt = TimeProvider.System.GetUtcNow();
    }

    public Task DisposeAsync() => running.DisposeAsync().AsTask();

    [Fact]
    public async Task APingIsAnsweredWithNothing() => Assert.Equal(HttpStatusCode.NoContent, await SendAsync(FakeEvents.Ping()));

    [Fact]
    public async Task AServerIsGreetedOnceHoweverOftenDiscordTellsIt()
    {
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(FakeEvents.Authorized()));
        await Eventually.IsSoAsync(() => Greetings.Count == 1);
        await SendAsync(FakeEvents.Authorized());
        await SettledAsync();

        var message = Assert.Single(Greetings);
        Assert.Equal((LoopbackDiscord.Channel, "Hello!", false), (message.Channel, message.Text, message.IsPrivate));
        Assert.Equal("Help", Assert.Single(message.Buttons).Label);
    }

    [Fact]
    public async Task AServerIsGreetedInItsLanguage()
    {
        running.Discord.PreferredLocale = "pt-BR";
        seminar.Answer = (_, _) => Task.FromResult(ChatReply.Answer(new TextBlock(CultureInfo.CurrentUICulture.Name)));

        await SendAsync(FakeEvents.Authorized());

        await Eventually.IsSoAsync(() => Greetings.Count == 1);
        Assert.Equal("pt", Greetings[0].Text);
        Assert.Equal("pt-BR", Assert.Single(seminar.Got).Locale);
    }

    [Fact]
    public async Task AServerThatTheBotWasInBeforeIsNotGreeted()
    {
        running.Discord.JoinedAt = TimeProvider.System.GetUtcNow().AddHours(-1);

        await SendAsync(FakeEvents.Authorized());
        await SettledAsync();

        Assert.Empty(Greetings);
    }

    [Fact]
    public async Task AMemberWhoInstallsItForThemselvesIsNotGreeted()
    {
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(FakeEvents.Authorized(server: null)));
        await SettledAsync();

        Assert.Empty(Greetings);
    }

    [Fact]
    public async Task NothingIsPostedWithoutAWritableSystemChannel()
    {
        running.Discord.SystemChannel = null;
        await SendAsync(FakeEvents.Authorized());
        await SettledAsync();
        Assert.Empty(Greetings);

        running.Discord.SystemChannel = LoopbackDiscord.Channel;
        running.Discord.JoinedAt = running.Discord.JoinedAt.AddSeconds(-5);
        running.Discord.Add(new Fault(Fault.WritesMessage) { Status = 403, Body = new JsonObject { ["code"] = 50013, ["message"] = "Missing Permissions" } });
        await SendAsync(FakeEvents.Authorized());
        await Eventually.IsSoAsync(() => running.Log.Lines.Any(line => line.Contains("was not greeted", StringComparison.Ordinal)));
        Assert.Empty(Greetings);
    }

    [Fact]
    public async Task AnEventThatIsNotSignedIsRefused()
    {
        var body = System.Text.Encoding.UTF8.GetBytes(FakeEvents.Authorized().ToJsonString());

        Assert.Equal(HttpStatusCode.Unauthorized, await running.StatusOfAsync(SignedRequest.Of(body, new string('0', 128), "1", path: SignedRequest.EventsPath)));
        await SettledAsync();
        Assert.Empty(Greetings);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{ "type": 7 }""")]
    public async Task ABodyThatIsNotAnEventIsABadRequest(string body) => Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(JsonNode.Parse(body)!));

    private Task<HttpStatusCode> SendAsync(JsonNode happened) =>
        running.StatusOfAsync(SignedRequest.Of(running.Discord.Key, happened, path: SignedRequest.EventsPath));

    // The queue runs in order, so a later request ends after the greeting.
    private async Task SettledAsync()
    {
        await running.SendAsync(FakeInteractions.Command("ask", ("question", "And now?")));
        await Eventually.IsSoAsync(() => seminar.Got.Any(command => command.Name == "ask"));
        await Task.Delay(100);
    }
}
