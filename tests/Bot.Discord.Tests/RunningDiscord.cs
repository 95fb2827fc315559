using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Chat.Posting;
using Bot.Discord.Fake;
using Bot.Discord.Protocol;
using Bot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Tests;

/// <summary>The adapter on its own web server, connected to a loopback Discord.</summary>
public sealed class RunningDiscord : IAdapterUnderTest
{
    private readonly WebApplication app;
    private readonly HttpClient client;
    private readonly ISeminar seminar;
    private CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<string, JsonObject> delivered = new();
    private Task running = Task.CompletedTask;

    private RunningDiscord(WebApplication app, LoopbackDiscord discord, LogLines log, ISeminar seminar)
    {
        (this.app, this.seminar) = (app, seminar);
        Discord = discord;
        Log = log;
        client = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
    }

    /// <summary>The path of Discord's OpenAPI description, if available.</summary>
    public static string? Specification => SharedData.PathOf(LoopbackDiscord.SpecificationFile);

    public LoopbackDiscord Discord { get; }

    public LogLines Log { get; }

    public Capabilities Capabilities => Adapter.Capabilities | (Poster?.Capabilities ?? Capabilities.None);

    public Limits Limits => DiscordLimits.OfReplies;

    public IChannelPoster? Poster => app.Services.GetService<IChannelPoster>();

    public IThreadReader? Reader => app.Services.GetService<IThreadReader>();

    public int LimitBreaches => Discord.LimitBreaches;

    public IReadOnlyList<SeenMessage> Seen => [.. Discord.Messages.Where(message => message.Author == LoopbackDiscord.BotId).Select(SeenAs)];

    /// <summary>The task of the adapter's run.</summary>
    public Task Running => running;

    public IServiceProvider Services => app.Services;

    internal DiscordAdapter Adapter => app.Services.GetRequiredService<DiscordAdapter>();

    /// <summary>Starts both sides and connects them.</summary>
    public static async Task<RunningDiscord> StartAsync(
        ISeminar seminar, Action<Dictionary<string, string?>>? settings = null, LoopbackDiscord? discord = null, TimeProvider? time = null)
    {
        discord ??= await LoopbackDiscord.StartAsync(Specification);
        var all = new Dictionary<string, string?>
        {
            ["Discord:ApplicationId"] = LoopbackDiscord.BotId,
            ["Discord:PublicKey"] = discord.Key.PublicKey,
            ["Discord:Token"] = LoopbackDiscord.Token,
            ["Discord:ApiBase"] = discord.ApiBase,
        };
        settings?.Invoke(all);
        var log = new LogLines();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(all);
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddDiscord(builder.Configuration);
        var app = builder.Build();
        app.MapDiscord();
        await app.StartAsync();
        var started = new RunningDiscord(app, discord, log, seminar);
        started.running = started.Adapter.RunAsync(seminar, started.stop.Token);
        return started;
    }

    public async Task<Acknowledgement> DeliverAsync(Happening happened)
    {
        var interaction = delivered.GetOrAdd(happened.Delivery, _ => InteractionOf(happened));
        var (response, elapsed) = await SendAsync(interaction);
        return new Acknowledgement(elapsed, response is not null, (int?)response?["type"] is 4 or 5 ? FakeMessage.SaysPrivate(response!["data"]) : null);
    }

    /// <summary>Delivers an interaction, and gives the answer to the loopback platform.</summary>
    /// <returns>The answer; an empty object if another delivery is answered, null if it was refused.</returns>
    public async Task<(JsonNode? Response, TimeSpan Elapsed)> SendAsync(JsonObject interaction)
    {
        using var request = Discord.Request(interaction);
        var watch = Stopwatch.StartNew();
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var elapsed = watch.Elapsed;
        if (!response.IsSuccessStatusCode)
        {
            return (null, elapsed);
        }

        if (text.Length == 0)
        {
            return (new JsonObject(), elapsed);
        }

        var answer = JsonNode.Parse(text);
        var pressed = Discord.Messages.FirstOrDefault(message => message.Id == (string?)interaction["message"]?["id"]);
        Discord.Take((string)interaction["token"]!, LoopbackDiscord.Channel, answer, pressed);
        return (answer, elapsed);
    }

    /// <summary>The status of a request that may be invalid.</summary>
    public async Task<System.Net.HttpStatusCode> StatusOfAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await client.SendAsync(request);
            return response.StatusCode;
        }
    }

    /// <summary>Stops the adapter, but not the loopback platform.</summary>
    public async Task StopAsync()
    {
        await stop.CancelAsync();
        try
        {
            await running;
        }
        catch (Exception ended) when (ended is OperationCanceledException or AdapterStoppedException)
        {
            // Cancelled by the line above, or earlier.
        }
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        stop.Dispose();
        stop = new CancellationTokenSource();
        running = Adapter.RunAsync(seminar, stop.Token);
    }

    public void LimitNext(TimeSpan retryAfter) => Discord.Add(new Fault(Fault.WritesMessage) { Status = 429, RetryAfter = retryAfter });

    public void RefuseNextPrivateReply() => Discord.Add(new Fault(Fault.WritesMessage)
    {
        Status = 403,
        Body = new JsonObject { ["code"] = 50013, ["message"] = "Missing Permissions" },
    });

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await app.StopAsync();
        await app.DisposeAsync();
        client.Dispose();
        await Discord.DisposeAsync();
        stop.Dispose();
        Assert.Empty(Discord.Violations);
        Assert.DoesNotContain(Log.Lines, line => line.Contains(LoopbackDiscord.Token, StringComparison.Ordinal) || line.Contains("aW50ZXJhY3Rpb246", StringComparison.Ordinal));
    }

    /// <summary>The interaction that Discord sends in this case.</summary>
    public JsonObject InteractionOf(Happening happened)
    {
        var interaction = happened.Kind switch
        {
            HappeningKind.Command => CommandOf(happened),
            HappeningKind.Press => FakeInteractions.Press(
                happened.Button!.State, Discord.Messages.FirstOrDefault(message => message.Buttons.Any(button => button.Id == happened.Button.State))?.ToJson()),
            _ => throw new NotSupportedException($"{happened.Kind} does not come over HTTP."),
        };
        return happened.IsTeacher ? interaction.ByTeacher() : interaction;
    }

    private static string WithFiles(FakeMessage message) => string.Join("\n\n", message.Files.Select(file => file.Text).Prepend(message.Text));

    private static JsonObject CommandOf(Happening happened)
    {
        var text = happened.Command switch { "ask" => "question", "counter" => "claim", "checkquote" => "quote", "debate schedule" => "time", _ => "topic" };
        return FakeInteractions.Command(
            happened.Command, [.. happened.Options.Select(option => (option.Key, (JsonNode)option.Value)), (text, happened.Text)]);
    }

    private static SeenMessage SeenAs(FakeMessage message) => new(WithFiles(message), message.IsPrivate)
    {
        PlainText = WithFiles(message),
        Length = message.Length,
        Buttons = [.. message.Buttons.Select(button => new SeenButton(button.Label, button.Id))],
        Pings = message.Pings,
        Thread = message.Thread,
        IsPinned = message.IsPinned,
    };
}
