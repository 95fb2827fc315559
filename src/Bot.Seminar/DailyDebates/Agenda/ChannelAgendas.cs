using Bot.Seminar.Channels;
using Bot.Seminar.DailyDebates.Planning;
using Bot.Seminar.DailyDebates.Posting;
using Bot.Seminar.DailyDebates.Schedules;
using Bot.Storage;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Agenda;

/// <summary>Looks up a channel's agenda, for <c>debate list</c> and the teacher's desk.</summary>
public sealed class ChannelAgendas
{
    private const int MaxReports = 5;
    private static readonly Duration ReportRetention = Duration.FromDays(14);

    private readonly Database database;
    private readonly ScheduleStore schedules;
    private readonly ChannelPlans plans;
    private readonly TimeProvider time;

    internal ChannelAgendas(Database database, ScheduleStore schedules, ChannelPlans plans, TimeProvider time)
    {
        (this.database, this.schedules, this.plans, this.time) = (database, schedules, plans, time);
    }

    /// <summary>The current agenda of a channel.</summary>
    /// <exception cref="DatabaseUnavailableException">It cannot be read.</exception>
    public async Task<ChannelAgenda> OfAsync(ChannelAddress channel, CancellationToken cancellationToken)
    {
        var key = ChannelKey.Of(channel);
        var all = await schedules.OfAsync(key, cancellationToken);
        var plan = await plans.OfAsync(key, cancellationToken);
        var (waiting, reports) = await database.ReadAsync(
            async session => (
                await session.QueryAsync<Row>(
                    "SELECT id, motion, state FROM proposals WHERE channel = @key AND state IN ('queued', 'suggested') ORDER BY queued_at, made_at, id", new { key }),
                await Reports.ReadLatestAsync(session, key, Dates.Now(time) - ReportRetention, MaxReports)),
            cancellationToken);
        return new ChannelAgenda(
            [.. all.Select(schedule => ListSchedule(schedule, plan.NextOf(schedule)))],
            [.. waiting.Where(row => row.State == "queued").Select(ReadWaiting)],
            [.. waiting.Where(row => row.State == "suggested").Select(ReadWaiting)],
            reports);
    }

    private static ListedSchedule ListSchedule(Schedule schedule, Occurrence? next) =>
        new(schedule.Number, schedule.Describe(), schedule.IsPaused, next is { } there ? schedule.Describe(there) : null);

    private static WaitingMotion ReadWaiting(Row row) => new(row.Id, row.Motion);

    private sealed record Row
    {
        public string Id { get; init; } = "";

        public string Motion { get; init; } = "";

        public string State { get; init; } = "";
    }
}
