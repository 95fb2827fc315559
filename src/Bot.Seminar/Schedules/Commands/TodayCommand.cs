using Bot.Chat;
using Bot.Library;
using Bot.Seminar.Channels;
using Bot.Seminar.Commands;
using Bot.Seminar.Planning;
using Bot.Storage;
using NodaTime;

namespace Bot.Seminar.Schedules.Commands;

/// <summary>Shows what is debated in a channel today, with its poll.</summary>
internal sealed class TodayCommand(ChannelSchedules channel, Database database, Shelf shelf) : ISeminarCommand
{
    private const int Most = 3;
    private const string NonePlanned = "None is planned.";
    private static readonly Duration Recent = Duration.FromDays(1);

    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate today", "Shows today's motion, and lets you vote on it.")
    {
        Examples = ["debate today"],
        Details = "Where no debate is open, you see when the next one comes.",
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var now = channel.Now;
        var rows = await database.ReadAsync(
            session => session.QueryAsync<Row>(
                """
                SELECT d.id, d.motion_id, d.motion, d.closes_at, d.is_closed, p.link, coalesce(s.zone, 'UTC') AS zone
                FROM debates d JOIN posts p ON p.id = d.id LEFT JOIN schedules s ON s.id = d.schedule
                WHERE d.channel = @key AND d.outcome = 'posted' AND (d.closes_at > @now OR d.opened_at > @recently) ORDER BY d.opened_at DESC LIMIT @Most
                """,
                new { key = ChannelKey.Of(request.Command.Channel), now = Dates.Ms(now), recently = Dates.Ms(now - Recent), Most }),
            cancellationToken);
        return rows.Count > 0
            ? ChatReply.Answer([.. rows.SelectMany(row => Describe(row, now))])
            : ChatReply.Abstain(new TextBlock($"No debate is open here. {await NextAsync(request, cancellationToken)}"));
    }

    private IEnumerable<ReplyBlock> Describe(Row row, Instant now)
    {
        yield return new HeadingBlock("Motion");
        yield return new TextBlock(row.Motion);
        if (row.Link.Length > 0)
        {
            yield return new TextBlock($"It is debated at {row.Link}");
        }

        if (MotionPool.Of(shelf.Current, []).Find(row.MotionId) is { } motion)
        {
            yield return new ChoicesBlock([DailyPrompt.Open(motion.Motion)]);
        }

        var closes = Instant.FromUnixTimeMilliseconds(row.ClosesAt);
        if (row.IsClosed == 1 || closes <= now)
        {
            yield return new TextBlock("The vote is closed.");
            yield break;
        }

        yield return new TextBlock($"You can vote, and change your vote, until {DailyPrompt.Moment(closes.InZone(DateTimeZoneProviders.Tzdb[row.Zone]))}.");
        yield return DailyPrompt.Poll(row.Id);
    }

    private async Task<string> NextAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        // A page may ask for many channels, most of which have no schedule; a plan takes longer than all else.
        var schedules = await channel.OfAsync(request, cancellationToken);
        if (schedules.Count == 0)
        {
            return NonePlanned;
        }

        var plan = await channel.PlanAsync(ChannelKey.Of(request.Command.Channel), cancellationToken);
        var next = schedules
            .Where(schedule => !schedule.IsPaused)
            .Select(schedule => (Schedule: schedule, Next: ChannelSchedules.NextOf(schedule, plan)))
            .Where(item => item.Next is not null)
            .OrderBy(item => item.Next?.Due)
            .FirstOrDefault();
        return next.Next is { } there
            ? $"The next one comes on {ChannelSchedules.Said(next.Schedule, there)} ({next.Schedule.Rule.Zone.Id})."
            : NonePlanned;
    }

    private sealed record Row
    {
        public string Id { get; init; } = "";

        public string MotionId { get; init; } = "";

        public string Motion { get; init; } = "";

        public long ClosesAt { get; init; }

        public long IsClosed { get; init; }

        public string Link { get; init; } = "";

        public string Zone { get; init; } = "";
    }
}
