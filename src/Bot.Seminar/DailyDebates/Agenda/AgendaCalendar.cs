using Bot.Seminar.Channels;
using Bot.Seminar.DailyDebates.Planning;
using Bot.Seminar.DailyDebates.Schedules;
using Bot.Storage;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Agenda;

/// <summary>Looks up which days of a month have or had a debate in a channel, or are left out.</summary>
public sealed class AgendaCalendar
{
    // The first search for a motion takes as long as a question. Further days are shown without their motions.
    private const int MaxMotions = 31;

    private readonly Database database;
    private readonly ScheduleStore schedules;
    private readonly ChannelPlans plans;
    private readonly ComingDebates coming;
    private readonly TimeProvider time;

    internal AgendaCalendar(Database database, ScheduleStore schedules, ChannelPlans plans, ComingDebates coming, TimeProvider time)
    {
        (this.database, this.schedules, this.plans, this.coming, this.time) = (database, schedules, plans, coming, time);
    }

    /// <summary>Chooses the motions of the next days, if they are not chosen yet. That takes as long as some dozen questions; the choice is stored.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="DatabaseUnavailableException">The database cannot be used.</exception>
    public async Task ChooseAsync(ChannelAddress channel, CancellationToken cancellationToken)
    {
        var key = ChannelKey.Of(channel);
        var all = await schedules.OfAsync(key, cancellationToken);
        await coming.OfAsync(all, await plans.OfAsync(key, cancellationToken), MaxMotions, until: null, cancellationToken);
    }

    /// <summary>A month of a channel. Dates and times are in each schedule's time zone.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="day">A day of the month; null for the current month.</param>
    /// <param name="hasMotions">Whether to include the planned motions, which is fast if they are chosen already.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="DatabaseUnavailableException">The database cannot be used.</exception>
    public async Task<AgendaMonth> ReadMonthAsync(ChannelAddress channel, DateOnly? day, bool hasMotions, CancellationToken cancellationToken)
    {
        var key = ChannelKey.Of(channel);
        var all = await schedules.OfAsync(key, cancellationToken);
        var now = Dates.Now(time);
        var today = now.InZone(ZoneOf(all)).Date;
        var first = (day is { } wanted ? LocalDate.FromDateOnly(wanted) : today).With(DateAdjusters.StartOfMonth);
        var month = new DateInterval(first, first.With(DateAdjusters.EndOfMonth));

        var debates = (await ReadPastAsync(key, all, month, cancellationToken)).ToList();
        var active = all.Where(schedule => !schedule.IsPaused).ToList();
        debates.AddRange(await ReadComingAsync(key, active, month, now, hasMotions ? MaxMotions : 0, cancellationToken));
        var byDay = debates.ToLookup(debate => debate.Date, debate => debate.Debate);
        return new AgendaMonth(
            first.ToDateOnly(),
            today.ToDateOnly(),
            [.. month.Select(date => new AgendaDay(date.ToDateOnly(), [.. byDay[date].OrderBy(debate => debate.Time).ThenBy(debate => debate.Schedule)]))]);
    }

    private async Task<IEnumerable<(LocalDate Date, AgendaDebate Debate)>> ReadPastAsync(
        string channel, IReadOnlyList<Schedule> all, DateInterval month, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<Row>(
                "SELECT schedule, date, due, outcome, motion FROM debates WHERE channel = @channel AND date BETWEEN @first AND @last",
                new { channel, first = Dates.FormatIso(month.Start), last = Dates.FormatIso(month.End) }),
            cancellationToken);
        return from row in rows
               let date = ScheduleText.DateOf(row.Date)
               where date is not null
               let schedule = all.FirstOrDefault(schedule => schedule.Id == row.Schedule)
               let zone = schedule?.Rule.Zone ?? ZoneOf(all)
               let at = Instant.FromUnixTimeMilliseconds(row.Due).InZone(zone).TimeOfDay
               let state = row.Outcome == "missed" ? AgendaState.Missed : AgendaState.Posted
               select (date.Value, new AgendaDebate(schedule?.Number, at.ToTimeOnly(), zone.Id, state, row.Motion));
    }

    private async Task<IReadOnlyList<(LocalDate Date, AgendaDebate Debate)>> ReadComingAsync(
        string channel, List<Schedule> active, DateInterval month, Instant now, int mostMotions, CancellationToken cancellationToken)
    {
        if (active.Count == 0 || month.End < now.InUtc().Date.PlusDays(-1))
        {
            return [];
        }

        var plan = await plans.OfAsync(channel, cancellationToken);
        var known = (mostMotions == 0 ? [] : await coming.OfAsync(active, plan, mostMotions, month.End, cancellationToken))
            .ToDictionary(debate => (debate.Schedule.Id, debate.Occurrence.Date), debate => debate.Reserved);
        return
        [
            .. from schedule in active
               from date in month
               let due = schedule.Rule.FindDue(date)
               where due > now && !(date < schedule.Next?.Date)
               select (date, new AgendaDebate(
                   schedule.Number, schedule.Rule.Time.ToTimeOnly(), schedule.Rule.Zone.Id, StateOn(schedule, date), MotionOn(schedule, date))),
        ];

        AgendaState StateOn(Schedule schedule, LocalDate date) => plan.FindSpecial(schedule, date) switch
        {
            "" => AgendaState.Skipped,
            not null => AgendaState.Pinned,
            null when plan.IsFree(schedule, date) => AgendaState.Holiday,
            null => known.GetValueOrDefault((schedule.Id, date))?.Proposal is null ? AgendaState.Planned : AgendaState.Queued,
        };

        string MotionOn(Schedule schedule, LocalDate date) =>
            known.GetValueOrDefault((schedule.Id, date))?.Motion.Text ?? plan.FindSpecial(schedule, date) ?? "";
    }

    private static DateTimeZone ZoneOf(IReadOnlyList<Schedule> all) => all is [var first, ..] ? first.Rule.Zone : DateTimeZone.Utc;

    private sealed record Row
    {
        public string Schedule { get; init; } = "";

        public string Date { get; init; } = "";

        public long Due { get; init; }

        public string Outcome { get; init; } = "";

        public string Motion { get; init; } = "";
    }
}
