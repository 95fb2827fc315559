using Bot.Seminar.Channels;
using Bot.Seminar.DailyDebates.Planning;
using Bot.Seminar.DailyDebates.Schedules;
using Bot.Seminar.DailyDebates.Voting;
using Bot.Seminar.Debate;
using Bot.Storage;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Commands;

/// <summary>Shows today's motion of a channel, with its poll.</summary>
internal sealed class TodayCommand(
    ChannelSchedules channel, Database database, ChannelShelves shelves, MotionPools pools, VoterHashes voters) : ISeminarCommand
{
    private const int MaxItems = 5;
    private static readonly Duration Recent = Duration.FromDays(1);

    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate today", "Shows today's motion, and lets you vote on it.")
    {
        NeedsChannel = true,
        Examples = ["debate today"],
        Details = "If no debate is open, you see when the next one is.",
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var now = channel.Now;
        var channels = request.Command.Also.Prepend(request.Command.Channel).Select(ChannelKey.Of).Distinct().ToList();
        var list = new TextList(channels);
        var rows = await database.ReadAsync(
            session => session.QueryAsync<Row>(
                $"""
                SELECT d.id, d.channel, d.motion_id, d.motion, d.closes_at, d.is_closed, p.link, coalesce(s.zone, 'UTC') AS zone
                FROM debates d JOIN posts p ON p.id = d.id LEFT JOIN schedules s ON s.id = d.schedule
                WHERE d.channel IN {list.Sql} AND d.outcome = 'posted' AND (d.closes_at > @now OR d.opened_at > @recently)
                ORDER BY d.opened_at DESC, d.id LIMIT @most
                """,
                list.Add(("now", Dates.ToMilliseconds(now)), ("recently", Dates.ToMilliseconds(now - Recent)), ("most", MaxItems + 1))),
            cancellationToken);
        if (rows.Count == 0)
        {
            return ChatReply.Abstain(new TextBlock(ExplainNoneOpen(channels.Count > 1, await FindNextAsync(channels, cancellationToken))));
        }

        var more = rows.Count > MaxItems ? [new TextBlock(DebateCommandTexts.FormatMoreOpen(Info.Name))] : Array.Empty<ReplyBlock>();
        var blocks = new List<ReplyBlock>();
        foreach (var row in rows.Take(MaxItems))
        {
            // A vote counts in the channel of its debate; elsewhere, such as on a member's own page, it needs a ticket that proves that the member was
            // shown the poll.
            var ticket = row.Channel == channels[0]
                ? ""
                : await voters.CreateTicketAsync(request.Command.Channel, request.Command.User, row.Id, cancellationToken);
            var motion = (await pools.OfAsync(shelves.Of(row.Channel), [], cancellationToken)).Find(row.MotionId);
            blocks.AddRange(Describe(row, motion, ticket, now));
        }

        return ChatReply.Answer([.. blocks, .. more]);
    }

    private static IEnumerable<ReplyBlock> Describe(Row row, PlannedMotion? motion, string ticket, Instant now)
    {
        yield return new HeadingBlock(DebateTexts.Motion);
        yield return new TextBlock(row.Motion);
        if (row.Link.Length > 0)
        {
            yield return new TextBlock(DebateCommandTexts.FormatDebatedAt(row.Link));
        }

        if (motion is not null)
        {
            yield return new ChoicesBlock([DailyPrompt.Open(motion.Motion)]);
        }

        var closes = Instant.FromUnixTimeMilliseconds(row.ClosesAt);
        if (row.IsClosed == 1 || closes <= now)
        {
            yield return new TextBlock(DebateCommandTexts.VoteClosed);
            yield break;
        }

        yield return new TextBlock(DebateCommandTexts.FormatVoteUntil(DailyPrompt.FormatMoment(closes.InZone(DateTimeZoneProviders.Tzdb[row.Zone]))));
        yield return DailyPrompt.Poll(row.Id, ticket);
    }

    // Checks schedules in the order of their due times, because a channel's plan can leave a day out; stops when no later one can be earlier than the best.
    private async Task<(Schedule Schedule, Occurrence Next)?> FindNextAsync(IReadOnlyList<string> channels, CancellationToken cancellationToken)
    {
        (Schedule Schedule, Occurrence Next)? best = null;
        foreach (var schedule in await channel.ListComingAsync(channels, cancellationToken))
        {
            if (best is var (_, found) && schedule.Next?.Due >= found.Due)
            {
                break;
            }

            var plan = await channel.PlanAsync(schedule.Channel, cancellationToken);
            if (plan.NextOf(schedule) is { } next && (best is null || next.Due < best.Value.Next.Due))
            {
                best = (schedule, next);
            }
        }

        return best;
    }

    private static string ExplainNoneOpen(bool inChannels, (Schedule Schedule, Occurrence Next)? coming) => (inChannels, coming) switch
    {
        (false, null) => DebateCommandTexts.NoneOpen,
        (true, null) => DebateCommandTexts.NoneOpenInChannels,
        (false, var (schedule, next)) => DebateCommandTexts.FormatNoneOpenNext(schedule.Describe(next), schedule.Rule.Zone.Id),
        (true, var (schedule, next)) => DebateCommandTexts.FormatNoneOpenInChannelsNext(schedule.Describe(next), schedule.Rule.Zone.Id),
    };

    private sealed record Row
    {
        public string Id { get; init; } = "";

        public string Channel { get; init; } = "";

        public string MotionId { get; init; } = "";

        public string Motion { get; init; } = "";

        public long ClosesAt { get; init; }

        public long IsClosed { get; init; }

        public string Link { get; init; } = "";

        public string Zone { get; init; } = "";
    }
}
