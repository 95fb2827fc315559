using Bot.Chat;
using Bot.Chat.Delivery;
using Microsoft.Extensions.Logging;

namespace Bot.Recipes.Tests.Board;

/// <summary>A toy adapter: the seminar on a notice board.</summary>
internal sealed partial class BoardAdapter(NoticeBoard board, TimeProvider time, ILogger<BoardAdapter> logger) : IChatAdapter
{
    public const string Platform = "board";

    private static readonly BacklogLimits Backlog = new(Waiting: 200, Workers: 8, DrainTimeout: TimeSpan.FromSeconds(5));
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(100);

    public string Name => Platform;

    public static Capabilities Capabilities => Capabilities.PrivateReplies;

    public static Limits Limits { get; } = new()
    {
        MessageLength = 1000,
        MessagesPerReply = 4,
        Choices = 0,
        ChoiceLabel = 0,
        ChoiceState = 100,
        Acknowledge = TimeSpan.FromSeconds(3),
        Reply = TimeSpan.FromDays(1),
    };

    public async Task RunAsync(ISeminar seminar, CancellationToken cancellationToken)
    {
        var backlog = new CommandBacklog(Backlog, time, LogFault);
        var seen = new RecentEvents(time, Remembered);
        board.Watch(note => Receive(seminar, backlog, seen, note));
        try
        {
            await backlog.RunAsync(cancellationToken);
        }
        finally
        {
            board.Watch(null);
        }
    }

    private void Receive(ISeminar seminar, CommandBacklog backlog, RecentEvents seen, AskingNote note)
    {
        if (seen.TryAdd(note.Id) && !backlog.TryAdd("member", token => AnswerAsync(seminar, note, token)))
        {
            board.Pin(new PinnedNote(AdapterReplies.Busy.ToPlainText(), IsPrivate: true));
        }
    }

    private async Task AnswerAsync(ISeminar seminar, AskingNote note, CancellationToken cancellationToken)
    {
        var command = seminar.Find(new ChatCommand
        {
            Name = note.Command,
            Text = note.Text,
            Channel = new ChannelAddress(Platform, "", "hall"),
            User = new ChatUser("member", note.IsTeacher),
        });
        var isPrivate = await seminar.VisibilityOfAsync(command, cancellationToken) == ReplyVisibility.Private;
        var reply = await seminar.HandleAsync(command, cancellationToken);
        foreach (var part in ReplySplitter.Split(reply, Fits, Limits.MessagesPerReply))
        {
            while (board.Pin(new PinnedNote(part.ToPlainText(), isPrivate)) is { } pause)
            {
                await Task.Delay(pause + Margin, time, cancellationToken);
            }
        }
    }

    private static bool Fits(IReadOnlyList<ReplyBlock> blocks) => ChatReply.Answer(blocks).ToPlainText().Length <= Limits.MessageLength;

    [LoggerMessage(LogLevel.Error, "A note could not be answered.")]
    private partial void LogFault(Exception fault);
}
