using System.Globalization;
using Bot.Chat;
using Bot.Chat.Posting;
using Bot.Library;
using Bot.Seminar.Channels;
using Bot.Seminar.Commands;
using Bot.Storage;

namespace Bot.Seminar.Recap;

/// <summary>Sums a debate's thread up as a draft: points for, points against, open questions. Messages are read and not stored.</summary>
internal sealed class RecapCommand(
    Database database, Shelf shelf, ChannelSettings settings, IEnumerable<IThreadReader> readers, TimeProvider time) : ISeminarCommand
{
    private const int MostMessages = 500;
    private const int MostPoints = 6;
    private static readonly TimeSpan WithoutDebate = TimeSpan.FromDays(7);

    /// <inheritdoc />
    public CommandInfo Info { get; } = new("recap", "Drafts a summary of this debate's thread: points for, points against, open questions.")
    {
        Examples = ["recap"],
        Details = "Works where a teacher allowed it with “settings recap:on”. Messages are read for this one answer and not stored. Alike points "
            + "are counted together; each leads to the message that made it first.",
        Visibility = ReplyVisibility.Channel,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var channel = request.Command.Channel;
        if ((await settings.OfAsync(channel, cancellationToken)).GetValueOrDefault(ChannelSettings.Recap) != "on")
        {
            return ChatReply.Error("Messages are not read in this channel. A teacher can allow it for recaps: settings recap:on");
        }

        if (readers.FirstOrDefault(reader => reader.Platform == channel.Platform) is not { } reader)
        {
            return ChatReply.Error("The messages of this channel cannot be read: its platform keeps none that I could ask for.");
        }

        if (reader.Obstacle is { } obstacle)
        {
            return ChatReply.Error(obstacle);
        }

        var debate = await DebateOfAsync(channel, cancellationToken);
        if (debate is null)
        {
            return ChatReply.Error("There has been no debate here to sum up. Use the command in a debate's thread, or after a debate.");
        }

        try
        {
            var since = debate.OpenedAt > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(debate.OpenedAt) : time.GetUtcNow() - WithoutDebate;
            var place = channel.Thread is null && debate.Thread.Length > 0 ? channel with { Thread = debate.Thread } : channel;
            var messages = (await reader.ReadAsync(place, since, MostMessages, cancellationToken)).Where(message => !message.IsFromBot).ToList();
            return Draft(debate.Motion, messages.Count, RecapPoints.Of(shelf.Current, debate.Motion, messages));
        }
        catch (ThreadReadException unreadable)
        {
            return ChatReply.Error(unreadable.Message);
        }
    }

    private static ChatReply Draft(string motion, int messages, IReadOnlyList<RecapPoint> points) => ChatReply.Answer(
    [
        new HeadingBlock("Draft of a recap"),
        new TextBlock(motion),
        new TextBlock($"Made by rule from {Count.Of(messages, "message")}; sides may be wrong. Check it before you rely on it."),
        .. Section("Points for", points, PointSide.For),
        .. Section("Points against", points, PointSide.Against),
        .. Section("Open questions", points, PointSide.Question),
        .. points.All(point => point.Side == PointSide.Other) ? [new TextBlock("Nothing in the messages plainly speaks for the motion, against it, or asks about it.")] : Array.Empty<ReplyBlock>(),
    ]);

    private static IEnumerable<ReplyBlock> Section(string heading, IReadOnlyList<RecapPoint> points, PointSide side) =>
        points.Where(point => point.Side == side).Take(MostPoints).Select(Line).ToList() is { Count: > 0 } lines
            ? [new HeadingBlock(heading), new ListBlock(lines)]
            : [];

    private static string Line(RecapPoint point)
    {
        var times = point.Times > 1 ? string.Create(CultureInfo.InvariantCulture, $" ({point.Times} messages)") : "";
        var link = point.First.Link is { } address ? $" {address}" : "";
        var place = point.LeansOn is { } leans ? $" ~ {leans.Reading.Id} ¶{leans.Paragraph}" : "";
        return $"{point.Sentence}{times}{place}{link}";
    }

    private Task<Row?> DebateOfAsync(ChannelAddress channel, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.FirstAsync<Row>(
            """
            SELECT d.motion, d.opened_at, p.thread FROM debates d JOIN posts p ON p.id = d.id
            WHERE d.channel = @key AND d.outcome = 'posted' AND (@thread = '' OR p.thread = @thread) ORDER BY d.opened_at DESC LIMIT 1
            """,
            new { key = ChannelKey.Of(channel), thread = channel.Thread ?? "" }),
        cancellationToken);

    private sealed record Row
    {
        public string Motion { get; init; } = "";

        public long OpenedAt { get; init; }

        public string Thread { get; init; } = "";
    }
}
