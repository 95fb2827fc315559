using System.Globalization;
using Bot.Chat.Delivery;
using Bot.Chat.Languages;
using Bot.Discord.Interactions;
using Bot.Discord.Rest;
using Bot.Discord.Settings;
using Bot.Discord.Welcomes;
using Bot.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord;

/// <summary>The seminar on Discord.</summary>
internal sealed partial class DiscordAdapter(
    IOptions<DiscordOptions> options,
    RestClient rest,
    DiscordApplication application,
    IEnumerable<IDiscordConnection> connections,
    AttachmentDownloads downloads,
    SharedClaims claims,
    TimeProvider time,
    ILoggerFactory loggers,
    ILogger<DiscordAdapter> logger) : IChatAdapter
{
    // The workers mostly wait for Discord, so there are more of them than processors.
    private static readonly BacklogLimits Limits = new(Waiting: 240, Workers: 16, DrainTimeout: TimeSpan.FromSeconds(8));
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    // Notices changes in the developer portal without a restart.
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMinutes(5);

    private volatile InteractionDispatcher? dispatcher;
    private volatile Welcomer? welcomer;
    private string? startProblem;

    /// <inheritdoc />
    public string Name => DiscordChannels.Platform;

    /// <inheritdoc />
    public string? HealthProblem =>
        startProblem
            ?? connections.Select(connection => connection.HealthProblem).FirstOrDefault(trouble => trouble is not null)
            ?? TransportProblem
            ?? rest.HealthProblem;

    /// <summary>The capabilities of the live connection.</summary>
    public Capabilities Capabilities =>
        Capabilities.PrivateReplies | Capabilities.Buttons | Capabilities.Suggestions | Capabilities.Forms
        | (options.Value.Transport == DiscordTransport.Gateway ? Capabilities.Mentions : Capabilities.None);

    // With an interactions URL the gateway looks healthy, but Discord sends no commands over it. HTTP without that URL is not yet a problem, because
    // Discord accepts the URL only from a running program.
    private string? TransportProblem => options.Value.Transport == DiscordTransport.Gateway && application.InteractionsUrl is { Length: > 0 } address
        ? $"Discord sends commands to {address}, and therefore none over the gateway. Clear “Interactions Endpoint URL” in the developer portal."
        : null;

    /// <inheritdoc />
    public async Task RunAsync(ISeminar seminar, CancellationToken cancellationToken)
    {
        var backlog = new CommandBacklog(Limits, time, LogFault);
        var work = new InteractionWork(seminar, backlog, WebhookOf, time, loggers.CreateLogger<InteractionWork>());
        var sharing = new ShareButton(backlog, WebhookOf, claims, time, loggers.CreateLogger<ShareButton>());
        var open = new InteractionDispatcher(seminar, work, sharing, downloads, claims, time, loggers.CreateLogger<InteractionDispatcher>());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var greeting = new Welcomer(seminar, backlog, rest, options.Value.ApplicationId, claims, time, loggers.CreateLogger<Welcomer>());
        (dispatcher, welcomer) = (open, greeting);
        var working = backlog.RunAsync(stop.Token);
        try
        {
            await Task.WhenAny(working, SuperviseAsync(new Intake(seminar, open, backlog, greeting.Greet), stop.Token)).Unwrap();
        }
        finally
        {
            // Work in progress is finished first, whatever the reason for the stop.
            await stop.CancelAsync();
            await working;
            (dispatcher, welcomer) = (null, null);
        }
    }

    /// <summary>Handles an interaction after the adapter has started.</summary>
    public async Task ReceiveAsync(Interaction interaction, IResponder responder, CancellationToken cancellationToken)
    {
        if (dispatcher is { } open)
        {
            await open.ReceiveAsync(interaction, responder, cancellationToken);
        }
        else if (interaction.Kind == InteractionKind.Typing)
        {
            await responder.RespondAsync(InteractionResponse.Suggest([]), cancellationToken);
        }
        else
        {
            CultureInfo.CurrentUICulture = ReplyLanguages.Find(interaction.Locale) ?? ReplyLanguages.English;
            await InteractionDispatcher.TellAsync(AdapterReplies.Busy, responder, cancellationToken);
        }
    }

    /// <summary>Handles the bot's addition to a server, after the adapter has started.</summary>
    public void Greet(string server) => welcomer?.Greet(server);

    private async Task SuperviseAsync(Intake intake, CancellationToken cancellationToken)
    {
        await CheckTokenAsync(cancellationToken);
        var running = connections.Select(connection => connection.RunAsync(intake, cancellationToken)).ToList();
        var ended = Task.WhenAll(running);
        var asked = time.GetTimestamp();
        while (!cancellationToken.IsCancellationRequested)
        {
            var next = await Task.WhenAny([.. running, Task.Delay(BetweenLooks, time, cancellationToken)]);
            if (running.Contains(next))
            {
                await next;
                await ended;
                return;
            }

            StopWhereUnauthorized();
            if (time.GetElapsedTime(asked) > BetweenQuestions)
            {
                await application.AskAsync(cancellationToken);
                asked = time.GetTimestamp();
            }
        }

        await ended;
    }

    private async Task CheckTokenAsync(CancellationToken cancellationToken)
    {
        while (await application.AskAsync(cancellationToken) is var answer and not RestAnswer.Done)
        {
            StopWhereUnauthorized();
            startProblem = answer.Explain("ask Discord who I am", "access");
            await Task.Delay(BetweenLooks, time, cancellationToken);
        }

        startProblem = null;
        LogServing(options.Value.Transport);
        if (TransportProblem is { } trouble)
        {
            LogTransport(trouble);
        }
    }

    private void StopWhereUnauthorized()
    {
        if (rest.IsUnauthorized)
        {
            throw new AdapterStoppedException(
                "Discord does not know the token. Copy it again from “Bot” in Discord's developer portal into BOT__Discord__Token, and start again.");
        }
    }

    private InteractionWebhook WebhookOf(Interaction interaction) =>
        new(rest, options.Value.ApplicationId, interaction.Token, interaction.At + DiscordLimits.TokenLife, time);

    [LoggerMessage(LogLevel.Information, "Discord is served over {Transport}.")]
    private partial void LogServing(DiscordTransport transport);

    [LoggerMessage(LogLevel.Error, "{Problem}")]
    private partial void LogTransport(string problem);

    [LoggerMessage(LogLevel.Error, "Answering on Discord failed.")]
    private partial void LogFault(Exception fault);
}
