using System.Globalization;
using Bot.Chat.Delivery;
using Bot.Web.Members;
using Microsoft.Extensions.Logging;

namespace Bot.Web.Channels;

/// <summary>Answers members' questions, a few at a time, and puts the answers into the channel.</summary>
internal sealed partial class ChannelDesk
{
    private static readonly BacklogLimits Limits = new(Waiting: 200, Workers: 8, DrainTimeout: TimeSpan.FromSeconds(5));

    private readonly CommandBacklog backlog;
    private readonly ILogger<ChannelDesk> logger;
    private volatile ISeminar? seminar;

    public ChannelDesk(TimeProvider time, ILogger<ChannelDesk> logger)
    {
        this.logger = logger;
        backlog = new CommandBacklog(Limits, time, LogFault);
    }

    /// <summary>The seminar; null before the adapter runs.</summary>
    public ISeminar? Seminar => seminar;

    /// <summary>Runs until it is cancelled, and then finishes the work in progress.</summary>
    public async Task RunAsync(ISeminar answering, CancellationToken cancellationToken)
    {
        seminar = answering;
        await backlog.RunAsync(cancellationToken);
    }

    /// <summary>The language for a reader in a channel, whose pages are in the current language.</summary>
    public async ValueTask<CultureInfo> LanguageOfAsync(ChannelAddress channel, CancellationToken cancellationToken) => seminar is { } ready
        ? await ready.LanguageOfAsync(channel, CultureInfo.CurrentUICulture.Name, cancellationToken)
        : CultureInfo.CurrentUICulture;

    /// <summary>Runs typed words: a slash command, or a question.</summary>
    /// <returns>The entry of the log.</returns>
    public LogEntry Say(ChannelLog log, ChannelAddress channel, Member member, string words, string once) =>
        Ask(log, member, words, once, new ChatCommand
        {
            Name = ChatCommand.PlainWords,
            Text = words,
            Channel = channel,
            User = new ChatUser(member.Id, member.IsTeacher),
            Locale = CultureInfo.CurrentUICulture.Name,
        });

    /// <summary>Runs the choice of a button.</summary>
    /// <returns>The entry of the log.</returns>
    public LogEntry Press(ChannelLog log, ChannelAddress channel, Member member, string code, string label, string once)
    {
        if (ChoiceCode.Decode(code) is { } choice)
        {
            return Ask(log, member, label.Length > 0 ? label : $"/{choice.Command} {choice.Text}".TrimEnd(), once, new ChatCommand
            {
                Name = choice.Command,
                Text = choice.Text,
                Stamp = choice.Stamp,
                Channel = channel,
                User = new ChatUser(member.Id, member.IsTeacher),
                Locale = CultureInfo.CurrentUICulture.Name,
            });
        }

        var (entry, _) = log.Ask(member, label, once);
        log.Answer(entry.Number, [AdapterReplies.OldButton], [], canBeShared: false);
        return entry;
    }

    private LogEntry Ask(ChannelLog log, Member member, string asked, string once, ChatCommand command)
    {
        var (entry, isNew) = log.Ask(member, asked, once);
        if (isNew && !backlog.TryAdd(member.Id, token => AnswerAsync(log, entry, command with { Style = CommandStyle.Slash, MayOfferQuestions = true }, token)))
        {
            log.Answer(entry.Number, [AdapterReplies.Busy], [], canBeShared: false);
        }

        return entry;
    }

    private async Task AnswerAsync(ChannelLog log, LogEntry entry, ChatCommand command, CancellationToken cancellationToken)
    {
        var (reply, canBeShared) = ((ChatReply?)null, false);
        try
        {
            if (seminar is { } ready)
            {
                var found = ready.Find(command);
                reply = await ready.HandleAsync(found, cancellationToken);
                canBeShared = Sharing.IsFor(found.Info, reply);
            }
        }
        finally
        {
            reply ??= AdapterReplies.Failed;
            log.Answer(entry.Number, ReplyMessages.Of(reply), [.. reply.Blocks.OfType<FileBlock>()], canBeShared);
        }
    }

    [LoggerMessage(LogLevel.Error, "A question in the browser could not be answered.")]
    private partial void LogFault(Exception fault);
}
