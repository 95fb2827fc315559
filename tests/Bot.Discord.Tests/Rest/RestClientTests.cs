using System.Net;
using System.Text.Json.Nodes;
using Bot.Discord.Fake;
using Bot.Discord.Protocol;
using Bot.Discord.Rest;
using Bot.Discord.Settings;
using Bot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Discord.Tests.Rest;

public sealed class RestClientTests : IAsyncLifetime, IDisposable
{
    private static readonly DiscordMessage Message = new("It rained.", [], []);

    private readonly LogLines log = new();
    private LoopbackDiscord discord = null!;
    private readonly List<ServiceProvider> started = [];
    private RestClient rest = null!;

    public async Task InitializeAsync()
    {
        discord = await LoopbackDiscord.StartAsync(RunningDiscord.Specification);
        rest = Client(LoopbackDiscord.Token);
    }

    public void Dispose()
    {
        log.Dispose();
        started.ForEach(services => services.Dispose());
    }

    public async Task DisposeAsync()
    {
        await discord.DisposeAsync();
        Assert.Empty(discord.Violations);
        Assert.DoesNotContain(log.Lines, line => line.Contains(LoopbackDiscord.Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ABucketIsLearntAndNeverOverdrawn()
    {
        discord.MessagesPerBucket = 3;

        for (var i = 0; i < 8; i++)
        {
            Assert.IsType<RestAnswer.Done>(await PostAsync());
        }

        Assert.Equal(8, discord.Messages.Count);
        Assert.Equal(0, discord.LimitBreaches);
    }

    [Fact]
    public async Task ManyAtOnceGetThroughInTheEnd()
    {
        discord.MessagesPerBucket = 3;

        var answers = await Task.WhenAll(Enumerable.Range(0, 9).Select(_ => PostAsync()));

        Assert.All(answers, answer => Assert.IsType<RestAnswer.Done>(answer));
    }

    [Fact]
    public async Task ALimitForAllRoutesHoldsAllRoutesBack()
    {
        discord.Add(new Fault(Fault.WritesMessage) { Status = 429, RetryAfter = TimeSpan.FromMinutes(3), IsGlobal = true });

        Assert.IsType<RestAnswer.Failed>(await PostAsync());
        Assert.IsType<RestAnswer.Failed>(await GetAsync());

        Assert.Single(discord.Requests);
    }

    [Fact]
    public async Task AProxyThatLetsNothingThroughHoldsEverythingBack()
    {
        discord.Add(new Fault(Fault.WritesMessage) { Status = 429, RetryAfter = TimeSpan.FromMinutes(3), IsOfProxy = true });
        discord.Take("token", LoopbackDiscord.Channel, new JsonObject { ["type"] = 5 });

        Assert.IsType<RestAnswer.Failed>(await PostAsync());
        Assert.IsType<RestAnswer.Failed>(await AnswerAsync());

        Assert.Single(discord.Requests);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task AfterALimitForEverythingWhatWaitedGoesThrough(bool isGlobal, bool isOfProxy)
    {
        discord.Add(new Fault(Fault.WritesMessage) { Status = 429, RetryAfter = TimeSpan.FromSeconds(1), IsGlobal = isGlobal, IsOfProxy = isOfProxy });

        Assert.IsType<RestAnswer.Done>(await PostAsync());

        Assert.Equal((2, 0), (discord.Requests.Count, discord.LimitBreaches));
    }

    [Fact]
    public async Task ALimitThatOutlastsThePatienceIsGivenBackWithItsTime()
    {
        discord.Add(new Fault(Fault.WritesMessage) { Status = 429, RetryAfter = TimeSpan.FromMinutes(3) });

        var failed = Assert.IsType<RestAnswer.Failed>(await PostAsync());

        Assert.Equal(TimeSpan.FromMinutes(3), failed.RetryAfter);
        Assert.Empty(discord.Messages);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(0)]
    public async Task ARepeatableCallIsRepeatedAfterAFault(int status)
    {
        discord.Add(new Fault(Fault.WritesMessage) { Status = status });
        discord.Add(new Fault(Fault.WritesMessage) { Status = status, TakesEffect = true });

        Assert.IsType<RestAnswer.Done>(await PostAsync(nonce: "debate-1"));

        Assert.Single(discord.Messages);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(0)]
    public async Task AnUnrepeatableCallIsUnclearAfterAFault(int status)
    {
        discord.Add(new Fault(Fault.WritesMessage) { Status = status, TakesEffect = true });

        Assert.IsType<RestAnswer.Unclear>(await PostAsync());

        Assert.Single(discord.Messages);
        Assert.NotNull(status == 0 ? rest.HealthProblem : "a word");
    }

    [Fact]
    public async Task ASlowAnswerIsWaitedFor()
    {
        discord.Add(new Fault(Fault.WritesMessage) { Status = 200, Delay = TimeSpan.FromSeconds(2) });

        Assert.IsType<RestAnswer.Done>(await PostAsync());

        Assert.Single(discord.Requests);
    }

    [Fact]
    public async Task ACallToAClosedPortHasNoEffect()
    {
        var lost = Client(LoopbackDiscord.Token, "http://127.0.0.1:9/api");

        var answer = await lost.CallAsync(new RestCall(HttpMethod.Get, "GET users/@me", "users/@me") { Timeout = TimeSpan.FromSeconds(1) }, CancellationToken.None);

        Assert.IsType<RestAnswer.Failed>(answer);
        Assert.Contains("cannot be reached", lost.HealthProblem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARefusedTokenIsNeverUsedAgain()
    {
        var wrong = Client("wrong");
        var call = new RestCall(HttpMethod.Get, "GET users/@me", "users/@me");

        await wrong.CallAsync(call, CancellationToken.None);
        var again = Assert.IsType<RestAnswer.Refused>(await wrong.CallAsync(call, CancellationToken.None));

        Assert.True(again.Error.IsUnauthorized);
        Assert.True(wrong.IsUnauthorized);
        Assert.Single(discord.Requests);
    }

    [Fact]
    public async Task AnErrorNamesTheFieldsThatAreWrong()
    {
        discord.Add(new Fault(Fault.WritesMessage)
        {
            Status = 400,
            Body = JsonNode.Parse("""
                {"code":50035,"message":"Invalid Form Body","errors":{"embeds":{"0":{"title":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 256 or fewer in length."}]}}}}}
                """)!.AsObject(),
        });

        var refused = Assert.IsType<RestAnswer.Refused>(await PostAsync());

        Assert.Equal("Invalid Form Body (embeds.0.title: BASE_TYPE_MAX_LENGTH)", refused.Error.Message);
        Assert.Contains(log.Lines, line => line.Contains("embeds.0.title", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(50001, "“View Channel”")]
    [InlineData(50013, "grant my role “Send Messages”")]
    [InlineData(10003, "the channel is gone")]
    [InlineData(30003, "Unpin one")]
    [InlineData(10015, "the time to answer was over")]
    [InlineData(50008, "Use a text channel")]
    [InlineData(160005, "Open it again")]
    [InlineData(99999, "Discord answered")]
    public void AnErrorThatAPersonCanFixSaysHow(int code, string said) => Assert.Contains(
        said, new DiscordError(HttpStatusCode.Forbidden, code, "No").Explain("post", "“Send Messages”"), StringComparison.Ordinal);

    private RestClient Client(string token, string? apiBase = null)
    {
        var options = new DiscordOptions { Token = token, ApiBase = apiBase ?? discord.ApiBase, ApplicationId = LoopbackDiscord.BotId };
        var services = RestUnderTest.Start(options, log);
        started.Add(services);
        return services.GetRequiredService<RestClient>();
    }

    private Task<RestAnswer> PostAsync(string? nonce = null) =>
        new ChannelApi(rest).PostAsync(LoopbackDiscord.Channel, Message with { Nonce = nonce }, CancellationToken.None);

    private Task<RestAnswer> AnswerAsync()
    {
        var webhook = new InteractionWebhook(rest, LoopbackDiscord.BotId, "token", TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(1), TimeProvider.System);
        return webhook.EditOriginalAsync(Message, TimeSpan.FromSeconds(10), CancellationToken.None);
    }

    private Task<RestAnswer> GetAsync() => rest.CallAsync(new RestCall(HttpMethod.Get, "GET users/@me", "users/@me"), CancellationToken.None);
}
