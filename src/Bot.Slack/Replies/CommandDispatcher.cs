using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Chat.Delivery;
using Bot.Slack.Agents;
using Bot.Slack.Rendering;

namespace Bot.Slack.Replies;

/// <summary>Queues commands, answers them, and sends the replies.</summary>
internal sealed partial class CommandDispatcher
{
    private static readonly BacklogLimits Limits = new(Waiting: 200, Workers: 8, DrainTimeout: TimeSpan.FromSeconds(5));
    private static readonly TimeSpan TeacherTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(1);

    private readonly CommandBacklog backlog;
    private readonly TeacherLookup teachers;
    private readonly ReplySender sender;
    private readonly FileSender files;
    private readonly LateReplies late;
    private readonly AgentView agents;
    private readonly ShareCodes shares;
    private readonly TimeProvider time;
    private readonly ILogger<CommandDispatcher> logger;

    public CommandDispatcher(
        TeacherLookup teachers,
        ReplySender sender,
        FileSender files,
        LateReplies late,
        AgentView agents,
        ShareCodes shares,
        TimeProvider time,
        ILogger<CommandDispatcher> logger)
    {
        this.teachers = teachers;
        this.sender = sender;
        this.files = files;
        this.late = late;
        this.agents = agents;
        this.shares = shares;
        this.time = time;
        this.logger = logger;
        backlog = new CommandBacklog(Limits, time, LogFault);
    }

    /// <summary>Runs until the service stops, and then finishes the queued commands and undelivered replies.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var answered = new CancellationTokenSource();
        var delivering = late.RunAsync(answered.Token);
        await backlog.RunAsync(cancellationToken);
        await answered.CancelAsync();
        await delivering;
    }

    /// <summary>Answers a command.</summary>
    /// <returns>The content of the acknowledgement; null if there is none.</returns>
    public Task<JsonObject?> AnswerAsync(ISeminar seminar, FoundCommand command, ReplyRoute route, CancellationToken cancellationToken) =>
        PutAsync(seminar, route, token => AnswerLaterAsync(seminar, command, route, token), cancellationToken);

    /// <summary>Sends a reply without queuing.</summary>
    /// <param name="seminar">Selects the language.</param>
    /// <param name="route">The route of the reply.</param>
    /// <param name="say">Makes the reply in the current language.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public Task<JsonObject?> SayAsync(ISeminar seminar, ReplyRoute route, Func<ChatReply> say, CancellationToken cancellationToken)
    {
        return PutAsync(seminar, route, RunInLanguageAsync, cancellationToken);

        async Task RunInLanguageAsync(CancellationToken token)
        {
            CultureInfo.CurrentUICulture = await seminar.LanguageOfAsync(route.Address, null, token);
            var reply = say();
            await DeliverAsync(route, ReplyMessages.Of(reply), reply.Visibility, token);
        }
    }

    /// <summary>Answers a message that is not addressed to the bot, if the channel's settings allow it. Drops it if the queue is full.</summary>
    public void Overhear(ISeminar seminar, ChatCommand message, ReplyRoute route) => TryPut(route, async token =>
    {
        CultureInfo.CurrentUICulture = await seminar.LanguageOfAsync(message.Channel, message.Locale, token);
        if (await seminar.OverhearAsync(message with { Style = CommandStyle.Slash }, token) is { } reply)
        {
            await DeliverAsync(route, ReplyMessages.Of(reply), reply.Visibility, token);
        }
    });

    /// <summary>Queues other work for a member.</summary>
    /// <returns>False if the queue is full.</returns>
    public bool TryPut(ReplyRoute route, Func<CancellationToken, Task> work) => backlog.TryAdd(route.Member, work);

    private async Task<JsonObject?> PutAsync(ISeminar seminar, ReplyRoute route, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        if (!TryPut(route, work))
        {
            await SayBusyAsync(seminar, route, cancellationToken);
        }

        return route.Inline is { } inline ? await inline.WaitAsync() : null;
    }

    // Not queued, because the message says that the queue is full.
    private async Task SayBusyAsync(ISeminar seminar, ReplyRoute route, CancellationToken cancellationToken)
    {
        using var tooLong = new CancellationTokenSource(BusyTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLong.Token);
        try
        {
            CultureInfo.CurrentUICulture = await seminar.LanguageOfAsync(route.Address, null, either.Token);
            await sender.SendAsync(route, ReplyMessages.Of(AdapterReplies.Busy), AdapterReplies.Busy.Visibility, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogBusy();
        }
    }

    private async Task AnswerLaterAsync(ISeminar seminar, FoundCommand command, ReplyRoute route, CancellationToken cancellationToken)
    {
        if (route is not { IsConversation: true, Thread: { } thread })
        {
            await WorkAsync(seminar, command, route, session: null, cancellationToken);
            return;
        }

        using var session = agents.Begin(route.Workspace, route.Channel, thread, route.User, route.Begins, cancellationToken);
        try
        {
            await WorkAsync(seminar, command, route, session, cancellationToken);
        }
        catch (OperationCanceledException) when (session.WasStopped && !cancellationToken.IsCancellationRequested)
        {
            CultureInfo.CurrentUICulture = await seminar.LanguageOfAsync(command.Request.Channel, command.Request.Locale, cancellationToken);
            await DeliverAsync(route, ReplyMessages.Of(ChatReply.Answer(new TextBlock(AgentTexts.Stopped))), ReplyVisibility.Channel, cancellationToken);
        }

        await agents.EndAsync(session, cancellationToken);
    }

    private async Task WorkAsync(ISeminar seminar, FoundCommand command, ReplyRoute route, AgentSession? session, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentUICulture = await seminar.LanguageOfAsync(command.Request.Channel, command.Request.Locale, cancellationToken);

        // Most commands are the same for everyone, and need no request to Slack for the member's role.
        var isTeacher = command.Info is { ForTeachers: true } && await teachers.IsTeacherAsync(route.Workspace, route.User, TeacherTimeout, cancellationToken);
        var request = command.Request with
        {
            Style = CommandStyle.Slash,
            MayOfferQuestions = true,
            IsDirect = route.IsDirect,
            User = command.Request.User with { IsTeacher = isTeacher },
        };
        var answering = seminar.HandleAsync(command with { Request = request }, session?.Token ?? cancellationToken);
        if (session is not null)
        {
            await agents.ShowWorkAsync(answering, session, cancellationToken);
        }

        var reply = await files.SendAsync(route, await answering, cancellationToken);
        var share = route.IsDirect ? null : shares.Of(command, reply);

        // Slack itself shows the command above a public acknowledgement.
        if (reply.Visibility == ReplyVisibility.Channel
            && ReplyMessages.Of(reply, share) is [var whole]
            && ReplySender.TrySendInline(route, whole, reply.Visibility))
        {
            return;
        }

        if (route.HidesWords && command.Info is { } info)
        {
            reply = AskedWords.PutAbove(reply, request with { Text = command.Text }, info);
        }

        if (route.SharedBy is { } who && reply.Visibility == ReplyVisibility.Channel)
        {
            var member = who.Length > 0 ? who : SharingTexts.AMember;
            reply = reply with { Blocks = [new TextBlock(AdapterReplies.SaySharedBy(member)), .. reply.Blocks] };
        }

        await DeliverAsync(route, ReplyMessages.Of(reply, share), reply.Visibility, cancellationToken);
    }

    private async Task DeliverAsync(
        ReplyRoute route, IReadOnlyList<SlackMessage> messages, ReplyVisibility visibility, CancellationToken cancellationToken)
    {
        if (await sender.SendAsync(route, messages, visibility, cancellationToken) is { } left)
        {
            late.Add(left);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The queue is full, and a member could not be told.")]
    private partial void LogBusy();

    [LoggerMessage(LogLevel.Error, "A command could not be answered.")]
    private partial void LogFault(Exception fault);
}
