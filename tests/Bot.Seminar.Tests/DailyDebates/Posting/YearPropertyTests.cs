using System.Globalization;
using Bot.Seminar.DailyDebates.Posting;
using Bot.Seminar.DailyDebates.Schedules;
using Bot.Testing;
using CsCheck;
using NodaTime;

namespace Bot.Seminar.Tests.DailyDebates.Posting;

/// <summary>For any schedule, time zone and outages: no day is posted twice, and none is lost without a report.</summary>
public sealed class YearPropertyTests
{
    private static readonly Gen<Case> Cases =
        from zone in OneOf(
            ("Australia/Lord_Howe", 2026, 3, 15), ("Australia/Lord_Howe", 2026, 9, 20), ("Africa/Casablanca", 2026, 2, 1), ("Africa/Casablanca", 2026, 3, 10),
            ("Antarctica/Troll", 2026, 3, 15), ("Antarctica/Troll", 2026, 10, 10), ("Pacific/Apia", 2011, 12, 15), ("Europe/Lisbon", 2026, 10, 10),
            ("America/Sao_Paulo", 2018, 10, 20), ("UTC", 2026, 1, 1))
        from minute in Gen.Int[0, (24 * 60) - 1]
        from early in Gen.Bool
        from days in OneOf("daily", "weekdays", "weekends", "Mon,Thu", "Sun-Tue")
        from holidays in Gen.Int[0, 30].Array[0, 4]
        from outages in Gen.Select(Gen.Int[0, 30 * 24 * 60], Gen.Int[1, 6 * 24 * 60]).Array[0, 4]
        select new Case(zone.Item1, new LocalDate(zone.Item2, zone.Item3, zone.Item4), early ? minute % 240 : minute, days, holidays, outages);

    [Fact]
    public Task NoDayTwiceAndNoneLostButTheReportedOnes() => Cases.SampleAsync(HoldsAsync, iter: 25, threads: 2);

    private static async Task<bool> HoldsAsync(Case some)
    {
        var zone = DateTimeZoneProviders.Tzdb[some.Zone];
        var start = zone.AtStartOfDay(some.Start).ToInstant();
        await using var harness = new DebateHarness(TestEngine.Sqlite, start.ToDateTimeOffset());
        var time = LocalTime.FromMinutesSinceMidnight(some.Minute);
        await harness.TeacherAsync(string.Create(CultureInfo.InvariantCulture, $"debate schedule {Dates.FormatTime(time)} {some.Zone} {some.Days}"));
        foreach (var holiday in some.Holidays)
        {
            await harness.TeacherAsync($"debate holiday {Dates.FormatIso(some.Start.PlusDays(holiday))}");
        }

        var end = start + Duration.FromDays(31);
        for (var now = start; now < end; now += Duration.FromMinutes(55))
        {
            if (!some.Outages.Any(outage => IsOut(start, outage, now)))
            {
                harness.Time.SetUtcNow(now.ToDateTimeOffset());
                await harness.RunOnceAsync();
            }
        }

        harness.Time.SetUtcNow(end.ToDateTimeOffset());
        await harness.RunOnceAsync();
        var posted = await harness.RowsAsync("SELECT date FROM debates WHERE outcome = 'posted' ORDER BY date");
        var missed = await harness.RowsAsync("SELECT date FROM debates WHERE outcome = 'missed' ORDER BY date");
        var rule = new ScheduleRule(time, zone, ScheduleDays.Parse(some.Days)!);
        var wanted = Enumerable.Range(0, 33)
            .Select(day => some.Start.PlusDays(day))
            .Where(day => !some.Holidays.Any(holiday => some.Start.PlusDays(holiday) == day))
            .Where(day => rule.FindDue(day) is { } due && due > start && due <= end)
            .Select(Dates.FormatIso);
        Assert.Equal(wanted, posted.Concat(missed).Order(StringComparer.Ordinal));
        Assert.Equal(posted.Count, DailyDebateTests.Debates(harness).Count);

        // A day is missed only if the program did not run from its time until the catch-up period ended.
        var reports = string.Concat((await harness.RowsAsync("SELECT what FROM reports")).Select(Report.Describe));
        foreach (var day in missed.Select(ScheduleRuleDate))
        {
            var due = rule.FindDue(day)!.Value;
            Assert.Contains(some.Outages, outage => IsOut(start, outage, due + Duration.FromMinutes(60)));
            Assert.True(reports.Contains(Dates.FormatDay(day), StringComparison.Ordinal) || reports.Contains(" days from ", StringComparison.Ordinal));
        }

        return true;
    }

    private static bool IsOut(Instant start, (int From, int Minutes) outage, Instant now) =>
        now >= start + Duration.FromMinutes(outage.From) && now < start + Duration.FromMinutes(outage.From + outage.Minutes);

    private static Gen<T> OneOf<T>(params IReadOnlyList<T> values) => Gen.Int[0, values.Count - 1].Select(i => values[i]);

    private static LocalDate ScheduleRuleDate(string date) => ScheduleText.DateOf(date)!.Value;

    private sealed record Case(string Zone, LocalDate Start, int Minute, string Days, int[] Holidays, (int From, int Minutes)[] Outages);
}
