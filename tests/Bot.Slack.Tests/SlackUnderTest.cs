using System.Diagnostics;
using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Chat.Posting;
using Bot.Slack.Fake;
using Bot.Slack.Rendering;
using Bot.Slack.Settings;
using Bot.Slack.WebApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Slack.Tests;

/// <summary>The adapter as the host runs it, connected to the loopback Slack.</summary>
internal sealed class SlackUnderTest : IAdapterUnderTest
{
    public const string Student = "U0STUDENT";
    public const string Teacher = "U0TEACHER";

    private readonly WebApplication host;
    private readonly ISeminar seminar;
    private CancellationTokenSource stop = new();
    private Task running;

    private SlackUnderTest(FakeSlack slack, WebApplication host, ISeminar seminar)
    {
        (Slack, this.host, this.seminar) = (slack, host, seminar);
        Http = Options.Transport == SlackTransport.Http ? new HttpClient() : new HttpClient(new SocketDelivery(slack));
        Http.BaseAddress = new Uri(host.Urls.First());
        running = Adapter.RunAsync(seminar, stop.Token);
    }

    public FakeSlack Slack { get; }

    public HttpClient Http { get; }

    public Task Running => running;

    public string? HealthProblem => Adapter.HealthProblem;

    public IServiceProvider Services => host.Services;

    public Capabilities Capabilities => SlackPlatform.Able;

    public Limits Limits => SlackLimits.All;

    public IChannelPoster? Poster => Services.GetRequiredService<IChannelPoster>();

    public IReadOnlyList<SeenMessage> Seen => [.. Slack.Screen.Messages.Where(message => message.Thread is null || !IsOpening(message)).Select(See)];

    public int LimitBreaches => Slack.Faults.LimitBreaches;

    private SlackOptions Options => Services.GetRequiredService<IOptions<SlackOptions>>().Value;

    private IChatAdapter Adapter => Services.GetRequiredService<IChatAdapter>();

    public static Task<SlackUnderTest> StartAsync(ISeminar seminar, params (string Name, string Value)[] settings) =>
        StartAsync(seminar, _ => { }, settings);

    public static Task<SlackUnderTest> StartAsync(
        ISeminar seminar, Action<WebApplicationBuilder> configure, params (string Name, string Value)[] settings) =>
        StartAsync(seminar, configure, _ => { }, settings);

    /// <summary>Starts both sides.</summary>
    /// <param name="seminar">Answers the commands.</param>
    /// <param name="configure">Changes the program's services.</param>
    /// <param name="prepare">Changes Slack before the first request.</param>
    /// <param name="settings">The program's settings.</param>
    public static async Task<SlackUnderTest> StartAsync(
        ISeminar seminar, Action<WebApplicationBuilder> configure, Action<FakeSlack> prepare, params (string Name, string Value)[] settings)
    {
        var slack = await FakeSlack.StartAsync();
        prepare(slack);
        slack.Admins[Teacher] = true;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Slack:Token"] = FakeSlack.Token,
            ["Slack:SigningSecret"] = FakeSlack.SigningSecret,
            ["Slack:ApiBase"] = slack.ApiBase.AbsoluteUri,
        });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        configure(builder);
        builder.Services.AddSlack(builder.Configuration);
        var host = builder.Build();
        host.MapSlack();
        await host.StartAsync();
        return new SlackUnderTest(slack, host, seminar);
    }

    public Member Member(string user = Student) => new(Slack, Http, user);

    public async Task<Acknowledgement> DeliverAsync(Happening happened)
    {
        var member = Member(happened.IsTeacher ? Teacher : Student);
        var text = string.Join(' ', happened.Options.Select(option => $"{option.Key}:{option.Value}").Prepend(happened.Text));
        var watch = Stopwatch.StartNew();
        using var response = await (happened.Kind switch
        {
            HappeningKind.Command => member.TypeAsync(happened.Command, text, happened.Delivery),
            HappeningKind.Press => PressAsync(member, happened),
            HappeningKind.Mention => member.SayAsync(Mention(text), happened.Delivery),
            HappeningKind.OwnMessage => member.SayAsync(FromBot(text, FakeSlack.BotUser), happened.Delivery),
            _ => member.SayAsync(FromBot(text, "U0OTHERBOT"), happened.Delivery),
        });
        var body = await response.Content.ReadAsStringAsync();
        var type = body.Length > 0 ? JsonNode.Parse(body)?["response_type"]?.GetValue<string>() : null;
        return new Acknowledgement(watch.Elapsed, response.StatusCode == System.Net.HttpStatusCode.OK, type is null ? null : type == "ephemeral");
    }

    public async Task RestartAsync()
    {
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
        stop = new CancellationTokenSource();
        running = Adapter.RunAsync(seminar, stop.Token);
    }

    public void LimitNext(TimeSpan retryAfter) => Slack.Faults.LimitNext(retryAfter);

    public void RefuseNextPrivateReply() => Slack.Faults.RefuseNextPrivate();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Assert.Empty(Slack.Screen.Problems);
        Http.Dispose();
        await host.DisposeAsync();
        await Slack.DisposeAsync();
        stop.Dispose();
    }

    private static JsonObject Mention(string text) => new() { ["type"] = "app_mention", ["text"] = $"<@{FakeSlack.BotUser}> {Payloads.Escape(text)}" };

    private static JsonObject FromBot(string text, string user)
    {
        var message = Mention(text);
        (message["bot_id"], message["user"]) = ("B0SOME", user);
        return message;
    }

    private Task<HttpResponseMessage> PressAsync(Member member, Happening happened)
    {
        var button = happened.Button ?? new SeenButton("", "");
        var message = Slack.Screen.Messages.LastOrDefault(message => VisibleMessage.Of(message.Body).Buttons.Any(seen => seen.Value == button.State));
        var actionId = message is null ? $"{MessageRenderer.ChoiceAction}:0"
            : VisibleMessage.Of(message.Body).Buttons.First(seen => seen.Value == button.State && seen.Label == button.Label).ActionId;
        return member.PressAsync(actionId, button.State, message, happened.Delivery);
    }

    // The first message below a post shows the thread's name as its heading.
    private bool IsOpening(ScreenMessage message) => HeadingOf(message) is not null && Slack.Screen.Messages.Any(above => above.Id == message.Thread);

    private SeenMessage See(ScreenMessage message)
    {
        var visible = VisibleMessage.Of(message.Body);

        // A file is next to the message that names it.
        var files = string.Concat(Slack.Files.Shared.Where(file => visible.Text.Contains(file.Name, StringComparison.Ordinal)).Select(file => $"\n{file.Text}"));
        return new SeenMessage(visible.Text + files, message.IsPrivate)
        {
            PlainText = visible.Notification + files,
            Length = SlackLimits.Length(visible.Notification),
            Buttons = [.. visible.Buttons.Select(button => new SeenButton(button.Label, button.Value))],
            Pings = visible.Pings,
            Thread = Slack.Screen.Messages.Where(below => below.Thread == message.Id).Select(HeadingOf).FirstOrDefault(),
            IsPinned = message.IsPinned,
        };
    }

    private static string? HeadingOf(ScreenMessage message) =>
        (message.Body["blocks"] as JsonArray)?[0]?["type"]?.GetValue<string>() == "header" ? message.Body["blocks"]?[0]?["text"]?["text"]?.GetValue<string>() : null;
}
