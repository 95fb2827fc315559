using Bot.Storage;
using NodaTime;
using NodaTime.Text;

namespace Bot.Seminar.DailyDebates.Schedules;

/// <summary>Stores schedules in the database.</summary>
internal sealed class ScheduleStore(Database database)
{
    private const string Columns =
        "id, channel, number, time, zone, days, first_date, last_date, readings, tag, is_paused, next_date, next_due";

    /// <summary>Every replica runs this query every second.</summary>
    public const string DueSql = $"SELECT {Columns} FROM schedules WHERE next_due <= @now ORDER BY next_due, id LIMIT @most";

    /// <summary>The schedules of a channel, by number.</summary>
    public Task<IReadOnlyList<Schedule>> OfAsync(string channel, CancellationToken cancellationToken) => ReadAsync(
        $"SELECT {Columns} FROM schedules WHERE channel = @channel ORDER BY number", new { channel }, cancellationToken);

    /// <summary>The active schedules of channels, in order of their next debates.</summary>
    public Task<IReadOnlyList<Schedule>> ListComingAsync(IReadOnlyList<string> channels, CancellationToken cancellationToken)
    {
        var list = new TextList(channels);
        return ReadAsync(
            $"SELECT {Columns} FROM schedules WHERE channel IN {list.Sql} AND is_paused = 0 AND next_due IS NOT NULL ORDER BY next_due, id",
            list.Add(), cancellationToken);
    }

    /// <summary>Schedules that are due, the longest overdue first.</summary>
    public Task<IReadOnlyList<Schedule>> ListDueAsync(Instant now, int most, CancellationToken cancellationToken) =>
        ReadAsync(DueSql, new { now = Dates.ToMilliseconds(now), most }, cancellationToken);

    /// <summary>When the next debate of all channels is due; null if none is.</summary>
    public async Task<Instant?> FindNextDueAsync(CancellationToken cancellationToken) => await database.ReadAsync(
        session => session.ReadFirstAsync<long?>("SELECT min(next_due) FROM schedules"), cancellationToken) is { } due
            ? Instant.FromUnixTimeMilliseconds(due)
            : null;

    /// <summary>Adds a schedule to a channel with the next free number.</summary>
    public Task<Schedule> AddAsync(
        string channel, ScheduleRule rule, IReadOnlyList<string> readings, string tag, Occurrence? next, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                var number = 1 + await session.ReadFirstAsync<long>("SELECT coalesce(max(number), 0) FROM schedules WHERE channel = @channel", new { channel });
                var schedule = new Schedule(Guid.NewGuid().ToString("N"), channel, (int)number, rule, readings) { Tag = tag, Next = next };
                await session.ExecuteAsync(
                    $"INSERT INTO schedules ({Columns}) VALUES (@Id, @Channel, @Number, @Time, @Zone, @Days, @FirstDate, @LastDate, @Readings, @Tag, 0, @NextDate, @NextDue)",
                    Row.Of(schedule));
                return schedule;
            },
            cancellationToken);

    /// <summary>Stores whether a schedule is paused, and its next debate.</summary>
    public Task<int> ChangeAsync(Schedule schedule, bool isPaused, Occurrence? next, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.ExecuteAsync(
            "UPDATE schedules SET is_paused = @paused, next_date = @date, next_due = @due WHERE id = @id",
            new { paused = isPaused ? 1L : 0L, date = DateOf(next), due = DueOf(next), id = schedule.Id }),
        cancellationToken);

    /// <summary>Removes a schedule; its debates stay.</summary>
    public Task<int> RemoveAsync(Schedule schedule, CancellationToken cancellationToken) => database.WriteAsync(
        async session => await session.ExecuteAsync("DELETE FROM special_days WHERE schedule = @id", new { id = schedule.Id })
            + await session.ExecuteAsync("DELETE FROM schedules WHERE id = @id", new { id = schedule.Id }),
        cancellationToken);

    /// <summary>Moves a schedule from the debate that is due to the next one, within a transaction.</summary>
    /// <returns>Whether it was still at that debate; another process may have been faster.</returns>
    public static async Task<bool> TryMoveOnAsync(Session session, Schedule schedule, Occurrence? next) => await session.ExecuteAsync(
        "UPDATE schedules SET next_date = @date, next_due = @due WHERE id = @id AND next_date = @from AND is_paused = 0",
        new { date = DateOf(next), due = DueOf(next), id = schedule.Id, from = DateOf(schedule.Next) }) == 1;

    private static string? DateOf(Occurrence? next) => next is { } there ? Dates.FormatIso(there.Date) : null;

    private static long? DueOf(Occurrence? next) => next is { } there ? Dates.ToMilliseconds(there.Due) : null;

    private async Task<IReadOnlyList<Schedule>> ReadAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        [.. (await database.ReadAsync(session => session.QueryAsync<Row>(sql, parameters), cancellationToken)).Select(row => row.ToSchedule())];

    private sealed record Row
    {
        public string Id { get; init; } = "";

        public string Channel { get; init; } = "";

        public long Number { get; init; }

        public string Time { get; init; } = "";

        public string Zone { get; init; } = "";

        public string Days { get; init; } = "";

        public string FirstDate { get; init; } = "";

        public string LastDate { get; init; } = "";

        public string Readings { get; init; } = "";

        public string Tag { get; init; } = "";

        public long IsPaused { get; init; }

        public string? NextDate { get; init; }

        public long? NextDue { get; init; }

        public static Row Of(Schedule schedule) => new()
        {
            Id = schedule.Id,
            Channel = schedule.Channel,
            Number = schedule.Number,
            Time = LocalTimePattern.ExtendedIso.Format(schedule.Rule.Time),
            Zone = schedule.Rule.Zone.Id,
            Days = schedule.Rule.Days.ToString(),
            FirstDate = schedule.Rule.First is { } first ? Dates.FormatIso(first) : "",
            LastDate = schedule.Rule.Last is { } last ? Dates.FormatIso(last) : "",
            Readings = schedule.ReadingsKey,
            Tag = schedule.Tag,
            NextDate = DateOf(schedule.Next),
            NextDue = DueOf(schedule.Next),
        };

        public Schedule ToSchedule()
        {
            var rule = new ScheduleRule(
                LocalTimePattern.ExtendedIso.Parse(Time).Value,
                DateTimeZoneProviders.Tzdb[Zone],
                ScheduleDays.Parse(Days) ?? ScheduleDays.Daily,
                ScheduleText.DateOf(FirstDate),
                ScheduleText.DateOf(LastDate));
            return new Schedule(Id, Channel, (int)Number, rule, Readings.Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                Tag = Tag,
                IsPaused = IsPaused == 1,
                Next = NextDate is not null && ScheduleText.DateOf(NextDate) is { } date && NextDue is { } due
                    ? new Occurrence(date, Instant.FromUnixTimeMilliseconds(due))
                    : null,
            };
        }
    }
}
