using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using Bot.Discord.Interactions;
using Bot.Discord.Mentions;
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
/// The gateway connection to Discord. Discord.Net does hello, heartbeat, identify and resume. The code that handles HTTP requests also handles the
/// gateway's events. This class watches the connection, because the library retries forever after a fatal close, and can report a dead connection as
/// connected.
/// </summary>
internal sealed partial class GatewayConnection(
    IOptions<DiscordOptions> options, RestClient rest, TimeProvider time, ILoggerFactory loggers, ILogger<GatewayConnection> logger) : IDiscordConnection
{
    // Discord acknowledges a heartbeat every 41 seconds, so a connection that is silent for this long is dead.
    private static readonly TimeSpan MaxSilence = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxGoodbye = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan MaxQuestion = TimeSpan.FromSeconds(10);

    // More than a seminar's busiest moment; further events are dropped and logged.
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

    // A new connection starts a new session. Discord counts the remaining session starts across all shards and restarts of the program.
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

    // Returns when a new connection is needed.
    private async Task ConnectAndWatchAsync(ChannelWriter<(string Name, JsonElement Data)> arrivals, CancellationToken cancellationToken)
    {
        state.NoteStarting();
        var events = new GatewayEvents((name, data) =>
        {
            state.NoteHeard(name);
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
            state.NoteHeard("HEARTBEAT");
            return Task.CompletedTask;
        };
        client.Disconnected += _ =>
        {
            state.NoteLost();
            return Task.CompletedTask;
        };
        try
        {
            // Neither call contacts Discord: the library connects on its own thread, and retries on failure.
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

        // Messages that mention the bot include their text. The text of other messages needs a privileged intent.
        GatewayIntents = GatewayIntents.Guilds | GatewayIntents.GuildMessages | GatewayIntents.DirectMessages
            | (options.Value.HearsChannels ? GatewayIntents.MessageContent : GatewayIntents.None),
        WebSocketProvider = () => new FrameCapturingSocket(DefaultWebSocketProvider.Instance(), events, budget, state.NoteClosed),
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
            // Not awaited: a slow acknowledgement must not delay the next event. AnswerAsync handles its exceptions.
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
                // A received interaction is answered even during shutdown; the responder's own timeout limits it.
                await intake.Dispatcher.ReceiveAsync(
                    interaction, new CallbackResponder(rest, interaction, time, loggers.CreateLogger<CallbackResponder>()), CancellationToken.None);
            }
        }
#pragma warning disable CA1031 // Outermost handler: a failure of one event must not stop the others.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFault(fault);
        }
    }

    // Discord sends all servers when a session starts, and a server again after an outage. The join date shows that most are old, without a call for each.
    private bool IsNew(JsonElement server) =>
        DateTimeOffset.TryParse(server.At("joined_at").Text(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var joined)
        && time.GetUtcNow() - joined < Welcomer.New;

    // The library's message can contain parts of a frame, so it is not logged.
    [LoggerMessage(LogLevel.Debug, "Discord.Net, {Source}: {Severity}, {Fault}.")]
    private partial void LogLibrary(string source, LogSeverity severity, string fault);

    [LoggerMessage(LogLevel.Warning, "The connection to Discord was silent for too long; reconnecting.")]
    private partial void LogSilent();

    [LoggerMessage(LogLevel.Warning, "Discord ends each session soon after its start. The next starts in {Wait}, because too many a day reset the token.")]
    private partial void LogTooManySessions(TimeSpan wait);

    [LoggerMessage(LogLevel.Warning, "Too many events came from Discord at once, and one was dropped.")]
    private partial void LogDropped();

    [LoggerMessage(LogLevel.Error, "Answering what came over the gateway failed.")]
    private partial void LogFault(Exception fault);
}
