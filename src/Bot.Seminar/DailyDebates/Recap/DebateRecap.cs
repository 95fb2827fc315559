using Bot.Chat.Posting;
using Bot.Seminar.Channels;
using Bot.Seminar.Citing;
using Bot.Storage;

namespace Bot.Seminar.DailyDebates.Recap;

/// <summary>Drafts the recap of a debate's discussion. Messages are read only if the channel allows it, and are not stored.</summary>
internal sealed class DebateRecap(
    Database database, ChannelShelves shelves, RecapPoints recapPoints, ChannelSettings settings, IEnumerable<IThreadReader> readers, TimeProvider time)
{
    private const int MaxMessages = 500;
    private const int MaxPoints = 6;
    private static readonly TimeSpan WithoutDebate = TimeSpan.FromDays(7);

    /// <summary>Whether a channel allows recaps and its platform lets the bot read messages.</summary>
    public async Task<bool> IsWantedAsync(ChannelAddress channel, CancellationToken cancellationToken) =>
        ReaderOf(channel) is not null && await IsAllowedAsync(channel, cancellationToken);

    /// <summary>Drafts a recap.</summary>
    /// <param name="channel">A debate's thread, or a channel.</param>
    /// <param name="debate">The debate's id; empty for the latest one there.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<RecapOutcome> OfAsync(ChannelAddress channel, string debate, CancellationToken cancellationToken)
    {
        if (!await IsAllowedAsync(channel, cancellationToken))
        {
            return RecapOutcome.Of(RecapState.Off, () => RecapTexts.FormatOff("settings recap:on"));
        }

        if (ReaderOf(channel) is not { } reader)
        {
            return RecapOutcome.Of(RecapState.Impossible, () => RecapTexts.Impossible);
        }

        if (reader.Obstacle is { } obstacle)
        {
            return RecapOutcome.Of(RecapState.Impossible, () => obstacle);
        }

        if (await DebateOfAsync(channel, debate, cancellationToken) is not { } found)
        {
            return RecapOutcome.Of(RecapState.Empty, () => RecapTexts.NoDebate);
        }

        try
        {
            var since = found.OpenedAt > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(found.OpenedAt) : time.GetUtcNow() - WithoutDebate;
            var place = channel.Thread is null && found.Thread.Length > 0 ? channel with { Thread = found.Thread } : channel;
            var messages = (await reader.ReadAsync(place, since, MaxMessages, cancellationToken)).Where(message => !message.IsFromBot).ToList();
            return await DraftAsync(reader, place, found.Motion, messages, cancellationToken);
        }
        catch (ThreadReadException unreadable)
        {
            return RecapOutcome.Of(RecapState.Failed, () => unreadable.Message);
        }
    }

    /// <summary>The first lines of a recap, which do not depend on the discussion.</summary>
    public static ChatReply CreateBeginning(string motion) => ChatReply.Answer(
        new HeadingBlock(RecapTexts.Draft),
        new TextBlock(motion),
        new TextBlock(RecapTexts.ByProgram));

    private IThreadReader? ReaderOf(ChannelAddress channel) => readers.FirstOrDefault(reader => reader.Platform == channel.Platform);

    private async Task<bool> IsAllowedAsync(ChannelAddress channel, CancellationToken cancellationToken) =>
        (await settings.OfAsync(channel, cancellationToken)).GetValueOrDefault(ChannelSettings.Recap) == "on";

    private async Task<RecapOutcome> DraftAsync(
        IThreadReader reader, ChannelAddress place, string motion, List<ThreadMessage> messages, CancellationToken cancellationToken)
    {
        var readings = shelves.Of(place);
        var shown = new List<(RecapPoint Point, Uri? Link)>();
        foreach (var side in (await recapPoints.OfAsync(readings, motion, messages, cancellationToken)).GroupBy(point => point.Side))
        {
            foreach (var point in side.Take(MaxPoints))
            {
                shown.Add((point, await reader.LinkToAsync(place, point.First.Id, cancellationToken)));
            }
        }

        return new RecapOutcome(
            shown.Count > 0 ? RecapState.Drafted : RecapState.Empty, () => KnownReading.Mark(Draft(motion, messages.Count, shown), readings));
    }

    private static ChatReply Draft(string motion, int messages, List<(RecapPoint Point, Uri? Link)> shown) => ChatReply.Answer(
    [
        .. CreateBeginning(motion).Blocks,
        new TextBlock(Count.Of(messages, RecapTexts.OneMessage, RecapTexts.FormatMessages)),
        .. WriteSection(RecapTexts.PointsFor, PointSide.For, shown),
        .. WriteSection(RecapTexts.PointsAgainst, PointSide.Against, shown),
        .. WriteSection(RecapTexts.OpenQuestions, PointSide.Question, shown),
        .. WriteSection(RecapTexts.NotSorted, PointSide.Unsorted, shown),
        .. shown.Count == 0 ? [new TextBlock(RecapTexts.NothingSaid)] : Array.Empty<ReplyBlock>(),
    ]);

    private static IEnumerable<ReplyBlock> WriteSection(string heading, PointSide side, List<(RecapPoint Point, Uri? Link)> shown)
    {
        var lines = shown.Where(line => line.Point.Side == side).Select(line => LineOf(line.Point, line.Link)).ToList();
        return lines.Count > 0 ? [new HeadingBlock(heading), new PointsBlock(lines)] : [];
    }

    private static Point LineOf(RecapPoint point, Uri? link) => new(point.Sentence)
    {
        Remark = point.Times > 1 ? RecapTexts.FormatTimesMade(point.Times) : "",
        Message = link,
        Place = point.LeansOn,
    };

    private Task<Row?> DebateOfAsync(ChannelAddress channel, string debate, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.ReadFirstAsync<Row>(
            """
            SELECT d.motion, d.opened_at, p.thread FROM debates d JOIN posts p ON p.id = d.id
            WHERE d.channel = @key AND d.outcome = 'posted' AND (@debate = d.id OR (@debate = '' AND (@thread = '' OR p.thread = @thread)))
            ORDER BY d.opened_at DESC LIMIT 1
            """,
            new { key = ChannelKey.Of(channel), debate, thread = channel.Thread ?? "" }),
        cancellationToken);

    private sealed record Row
    {
        public string Motion { get; init; } = "";

        public long OpenedAt { get; init; }

        public string Thread { get; init; } = "";
    }
}

/// <summary>The result of drafting a recap.</summary>
internal enum RecapState
{
    /// <summary>It has points.</summary>
    Drafted,

    /// <summary>There is nothing to sum up.</summary>
    Empty,

    /// <summary>The channel does not allow recaps.</summary>
    Off,

    /// <summary>The messages cannot be read until a person fixes something.</summary>
    Impossible,

    /// <summary>The messages could not be read this time.</summary>
    Failed,
}

/// <summary>A recap, or why there is none.</summary>
/// <param name="State">The result.</param>
/// <param name="Say">Builds the reply in the current language.</param>
internal sealed record RecapOutcome(RecapState State, Func<ChatReply> Say)
{
    /// <summary>The reason why there is no recap.</summary>
    public static RecapOutcome Of(RecapState state, Func<string> why) => new(state, () => ChatReply.Error(why()));
}
