using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using Bot.Chat;
using Bot.Discord.Interactions;
using Bot.Discord.Mentions;
using Bot.Discord.Protocol;
using Bot.Discord.Rest;
using Bot.Discord.Settings;
using Bot.Discord.Welcomes;
using Discord;
using Discord.Net.Rest;
using Discord.Net.WebSockets;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Gateway;

/// <summary>
/// The connection that this program opens to Discord. Discord.Net carries it: hello, heartbeat, identify, resume. What comes over it is
/// read and answered by the same code as requests are, and whether it lives is watched here: the library goes on endlessly where Discord
/// will not have it, and can believe itself connected when it is not.
/// </summary>
internal sealed partial class GatewayConnection(
    IOptions<DiscordOptions> options, RestClient rest, TimeProvider time, ILoggerFactory loggers, ILogger<GatewayConnection> logger) : IDiscordConnection
{
    // Discord wants a heartbeat each 41 seconds and answers each; a connection that was silent for this long is none.
    private static readonly TimeSpan MaxSilence = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxGoodbye = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan MaxQuestion = TimeSpan.FromSeconds(10);

    // More than Discord sends in any burst that a seminar makes; beyond it events are dropped and the log says so.
    private const int MaxWaitingEvents = 1_000;

    private readonly GatewayState state = new(time);
    private readonly IdentifyBudget budget = new(time);

    /// <inheritdoc />
    public string? HealthProblem => budget.HealthProblem ?? state.HealthProblem;

    /// <inheritdoc />
    public async Task RunAsync(Intake intake, CancellationToken cancellationToken)
    {
        var arrivals = Channel.CreateBounded<(string Name, JsonElement Data)>(MaxWaitingEvents);
        var log = loggers.CreateLogger<MentionDispatcher>();
        var mentions = new MentionDispatcher(intake.Seminar, intake.Backlog, rest, options.Value.ApplicationId, time, log)
        {
            HearsChannels = options.Value.HearsChannels,
        };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = ReadAsync(arrivals.Reader, intake, mentions, stop.Token);
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                await AwaitTurnAsync(cancellationToken);
                await ConnectAndWatchAsync(arrivals.Writer, cancellationToken);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // A new connection begins a new session. Discord knows how many it still allows, for every shard and every start of the program.
    private async Task AwaitTurnAsync(CancellationToken cancellationToken)
    {
        do
        {
            await Task.Delay(budget.Wait, time, cancellationToken);
            var call = new RestCall(HttpMethod.Get, "GET gateway/bot", "gateway/bot") { Timeout = MaxQuestion };
            if (await rest.CallAsync(call, cancellationToken) is RestAnswer.Done { Body: var body }
                && body.At("session_start_limit") is var limit && limit.At("remaining").Number() is { } remaining)
            {
                budget.Learn(remaining, TimeSpan.FromMilliseconds(limit.At("reset_after").Number() ?? 0));
            }
        }
        while (budget.Wait > TimeSpan.Zero);
    }

    // Ends when the connection has to be made again from the ground up.
    private async Task ConnectAndWatchAsync(ChannelWriter<(string Name, JsonElement Data)> arrivals, CancellationToken cancellationToken)
    {
        state.Starting();
        var events = new GatewayEvents((name, data) =>
        {
            state.Heard(name);
            if (name is "INTERACTION_CREATE" or "MESSAGE_CREATE" or "GUILD_CREATE" && !arrivals.TryWrite((name, data)))
            {
                LogDropped();
            }
        });
        using var client = new DiscordSocketClient(ConfigOf(events));
        client.Log += message =>
        {
            LogLibrary(message.Source, message.Severity, message.Exception?.GetType().Name ?? "no fault");
            return Task.CompletedTask;
        };
        client.LatencyUpdated += (_, _) =>
        {
            state.Heard("HEARTBEAT");
            return Task.CompletedTask;
        };
        client.Disconnected += _ =>
        {
            state.Lost();
            return Task.CompletedTask;
        };
        try
        {
            // Neither asks Discord anything: the library connects on a thread of its own, and begins again where that fails.
            await client.LoginAsync(TokenType.Bot, options.Value.Token, validateToken: false);
            await client.StartAsync();
            await WatchAsync(cancellationToken);
        }
        finally
        {
            await client.StopAsync().WaitAsync(MaxGoodbye, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        while (!state.IsSilentFor(MaxSilence))
        {
            await Task.Delay(BetweenLooks, time, cancellationToken);
            if (CloseCodes.Explain(state.LastCloseCode) is { } why)
            {
                throw new AdapterStoppedException(why);
            }

            if (budget.HasRefused)
            {
                LogTooManySessions(budget.Wait);
                return;
            }
        }

        LogSilent();
    }

    private DiscordSocketConfig ConfigOf(GatewayEvents events) => new()
    {
        GatewayHost = options.Value.GatewayUrl,
        ShardId = options.Value.Shard,
        TotalShards = options.Value.Shards,

        // Messages that mention the bot come with their words. Where others are to be read, Discord has to grant it.
        GatewayIntents = GatewayIntents.Guilds | GatewayIntents.GuildMessages | GatewayIntents.DirectMessages
            | (options.Value.HearsChannels ? GatewayIntents.MessageContent : GatewayIntents.None),
        WebSocketProvider = () => new FrameCapturingSocket(DefaultWebSocketProvider.Instance(), events, budget, state.Closed),
        RestClientProvider = _ => DefaultRestClientProvider.Instance($"{options.Value.ApiBase.TrimEnd('/')}/"),
        MessageCacheSize = 0,
        LogGatewayIntentWarnings = false,
        UseInteractionSnowflakeDate = false,
        ResponseInternalTimeCheck = false,
        LogLevel = LogSeverity.Info,
    };

    private async Task ReadAsync(
        ChannelReader<(string Name, JsonElement Data)> arrivals,
        Intake intake,
        MentionDispatcher mentions,
        CancellationToken cancellationToken)
    {
        await foreach (var (name, data) in arrivals.ReadAllAsync(cancellationToken))
        {
            // Not awaited: a slow acknowledgement must not hold up the next event. AnswerAsync handles its end.
            _ = AnswerAsync(name, data, intake, mentions);
        }
    }

    private async Task AnswerAsync(string name, JsonElement data, Intake intake, MentionDispatcher mentions)
    {
        try
        {
            if (name == "MESSAGE_CREATE")
            {
                mentions.Receive(data);
            }
            else if (name == "GUILD_CREATE")
            {
                if (data.At("id").Text() is { } server && IsNew(data))
                {
                    intake.Joined(server);
                }
            }
            else if (InteractionReader.Read(data) is { } interaction)
            {
                // What was taken in is answered also while the service stops; the responder's own timeout ends it.
                await intake.Dispatcher.ReceiveAsync(
                    interaction, new CallbackResponder(rest, interaction, time, loggers.CreateLogger<CallbackResponder>()), CancellationToken.None);
            }
        }
#pragma warning disable CA1031 // The edge: the fault of one event must not end the reading of the others.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFault(fault);
        }
    }

    // All servers come at the beginning of a session, and those that were away come again: without asking Discord of each, most are known to be old.
    private bool IsNew(JsonElement server) =>
        DateTimeOffset.TryParse(server.At("joined_at").Text(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var joined)
        && time.GetUtcNow() - joined < Welcomer.New;

    // The library's own words may hold what a frame held, so its words are not passed on.
    [LoggerMessage(LogLevel.Debug, "Discord.Net, {Source}: {Severity}, {Fault}.")]
    private partial void LogLibrary(string source, LogSeverity severity, string fault);

    [LoggerMessage(LogLevel.Warning, "The connection to Discord was silent for too long and is made again.")]
    private partial void LogSilent();

    [LoggerMessage(LogLevel.Warning, "Discord ends each session soon after it is begun. The next is begun in {Wait}, since too many a day reset the token.")]
    private partial void LogTooManySessions(TimeSpan wait);

    [LoggerMessage(LogLevel.Warning, "Too many events came from Discord at once, and one was dropped.")]
    private partial void LogDropped();

    [LoggerMessage(LogLevel.Error, "Answering what came over the gateway failed.")]
    private partial void LogFault(Exception fault);
}
