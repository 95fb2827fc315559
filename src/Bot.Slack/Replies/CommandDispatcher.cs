using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Delivery;
using Bot.Slack.Agents;
using Bot.Slack.Rendering;

namespace Bot.Slack.Replies;

/// <summary>Takes commands, whichever way they came, has them answered, and sends the replies back.</summary>
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

    /// <summary>Works until the service stops, and then finishes: first the commands, then the replies that are still to be delivered.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var answered = new CancellationTokenSource();
        var delivering = late.RunAsync(answered.Token);
        await backlog.RunAsync(cancellationToken);
        await answered.CancelAsync();
        await delivering;
    }

    /// <summary>Has a command answered.</summary>
    /// <returns>What goes with the acknowledgement; null for nothing.</returns>
    public Task<JsonObject?> AnswerAsync(ISeminar seminar, FoundCommand command, ReplyRoute route, CancellationToken cancellationToken) =>
        PutAsync(seminar, route, token => WorkAsync(seminar, command, route, token), cancellationToken);

    /// <summary>Sends a reply that needs no work.</summary>
    /// <param name="seminar">Tells the language.</param>
    /// <param name="route">The way back.</param>
    /// <param name="say">The reply in the language of the moment.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<JsonObject?> SayAsync(ISeminar seminar, ReplyRoute route, Func<ChatReply> say, CancellationToken cancellationToken)
    {
        return PutAsync(seminar, route, InLanguageAsync, cancellationToken);

        async Task InLanguageAsync(CancellationToken token)
        {
            CultureInfo.CurrentUICulture = await seminar.LanguageOfAsync(route.Address, null, token);
            var reply = say();
            await DeliverAsync(route, ReplyMessages.Of(reply), reply.Visibility, token);
        }
    }

    /// <summary>Has a message answered that nobody put to the bot, where that is wanted. Where too much waits, it is left alone.</summary>
    public void Overhear(ISeminar seminar, ChatCommand message, ReplyRoute route) => TryPut(route, async token =>
    {
        CultureInfo.CurrentUICulture = await seminar.LanguageOfAsync(message.Channel, message.Locale, token);
        if (await seminar.OverhearAsync(message with { Style = CommandStyle.Slash }, token) is { } reply)
        {
            await DeliverAsync(route, ReplyMessages.Of(reply), reply.Visibility, token);
        }
    });

    /// <summary>Has other work for a member done among the commands.</summary>
    /// <returns>False where too much waits already.</returns>
    public bool TryPut(ReplyRoute route, Func<CancellationToken, Task> work) => backlog.TryAdd(route.Member, work);

    private async Task<JsonObject?> PutAsync(ISeminar seminar, ReplyRoute route, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        if (!TryPut(route, work))
        {
            await SayBusyAsync(seminar, route, cancellationToken);
        }

        return route.Inline is { } inline ? await inline.WaitAsync() : null;
    }

    // Being told that the queue is full must not wait in the queue.
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

    private async Task WorkAsync(ISeminar seminar, FoundCommand command, ReplyRoute route, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentUICulture = await seminar.LanguageOfAsync(command.Request.Channel, command.Request.Locale, cancellationToken);

        // Most commands are the same for everyone, so Slack need not be asked who is a teacher.
        var isTeacher = command.Info is { ForTeachers: true } && await teachers.IsTeacherAsync(route.Workspace, route.User, TeacherTimeout, cancellationToken);
        var request = command.Request with { Style = CommandStyle.Slash, User = command.Request.User with { IsTeacher = isTeacher } };
        var answering = seminar.HandleAsync(command with { Request = request }, cancellationToken);
        if (route is { IsConversation: true, Thread: { } conversation })
        {
            await agents.ShowWorkAsync(answering, route.Workspace, route.Channel, conversation, cancellationToken);
        }

        var reply = await files.SendAsync(route, await answering, cancellationToken);
        var share = route.IsDirect ? null : shares.Of(command, reply);

        // Above what goes to everyone with the acknowledgement Slack itself shows the command.
        if (reply.Visibility == ReplyVisibility.Channel
            && ReplyMessages.Of(reply, share) is [var whole]
            && ReplySender.TrySendInline(route, whole, reply.Visibility))
        {
            return;
        }

        if (route.HidesWords && command.Info is { } info)
        {
            reply = AskedWords.Above(reply, request with { Text = command.Text }, info);
        }

        if (route.SharedBy is { } who && reply.Visibility == ReplyVisibility.Channel)
        {
            var member = who.Length > 0 ? who : SharingTexts.AMember;
            reply = reply with { Blocks = [new TextBlock(AdapterReplies.SharedBy(member)), .. reply.Blocks] };
        }

        await DeliverAsync(route, ReplyMessages.Of(reply, share), reply.Visibility, cancellationToken);
        if (route is { Begins: { } words, Thread: { } begun })
        {
            await agents.NameAsync(route.Workspace, route.Channel, begun, words, cancellationToken);
        }
    }

    private async Task DeliverAsync(
        ReplyRoute route, IReadOnlyList<SlackMessage> messages, ReplyVisibility visibility, CancellationToken cancellationToken)
    {
        if (await sender.SendAsync(route, messages, visibility, cancellationToken) is { } left)
        {
            late.Add(left);
        }
    }

    [LoggerMessage(LogLevel.Warning, "There are more commands than can be answered, and one of them was not even told so.")]
    private partial void LogBusy();

    [LoggerMessage(LogLevel.Error, "A command could not be answered.")]
    private partial void LogFault(Exception fault);
}
