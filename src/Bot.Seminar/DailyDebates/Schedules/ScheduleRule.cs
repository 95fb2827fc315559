using NodaTime;
using NodaTime.TimeZones;

namespace Bot.Seminar.DailyDebates.Schedules;

/// <summary>When a debate is due: at a local time, on some days.</summary>
/// <param name="Time">The time on the wall.</param>
/// <param name="Zone">Whose wall.</param>
/// <param name="Days">The days of the week.</param>
/// <param name="First">The first day; null for no beginning.</param>
/// <param name="Last">The last day; null for no end.</param>
internal sealed record ScheduleRule(LocalTime Time, DateTimeZone Zone, ScheduleDays Days, LocalDate? First = null, LocalDate? Last = null)
{
    // A schedule with more than two years of skipped days has ended.
    private const int MaxGapDays = 800;

    // Of a time that occurs twice the first counts; for one that does not exist, the first moment after the gap.
    private static readonly ZoneLocalMappingResolver Resolve = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>When the debate of a day is due; null where that day has none.</summary>
    public Instant? DueOn(LocalDate date) =>
        Days.Holds(date.DayOfWeek) && !(date < First) && !(date > Last) && Exists(date)
            ? Zone.ResolveLocal(date + Time, Resolve).ToInstant()
            : null;

    /// <summary>The first day whose debate is due after a moment.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="isFree">Whether a day that would have a debate has none after all.</param>
    public Occurrence? After(Instant moment, Func<LocalDate, bool> isFree)
    {
        // A gap may have put yesterday's debate into today.
        var date = LocalDate.Max(moment.InZone(Zone).Date.PlusDays(-2), First ?? LocalDate.MinIsoValue);
        for (var i = 0; i < MaxGapDays && !(date > Last); i++, date = date.PlusDays(1))
        {
            if (DueOn(date) is { } due && due > moment && !isFree(date))
            {
                return new Occurrence(date, due);
            }
        }

        return null;
    }

    /// <summary>The next day after another that has a debate.</summary>
    public Occurrence? AfterDay(LocalDate day, Func<LocalDate, bool> isFree)
    {
        var date = LocalDate.Max(day.PlusDays(1), First ?? LocalDate.MinIsoValue);
        for (var i = 0; i < MaxGapDays && !(date > Last); i++, date = date.PlusDays(1))
        {
            if (DueOn(date) is { } due && !isFree(date))
            {
                return new Occurrence(date, due);
            }
        }

        return null;
    }

    // Samoa went from 29 to 31 December 2011: what was not a day there has no debate.
    private bool Exists(LocalDate date)
    {
        var mapping = Zone.MapLocal(date.AtMidnight());
        return mapping.Count > 0 || mapping.LateInterval.IsoLocalStart.Date == date;
    }
}

/// <summary>A debate that is due.</summary>
/// <param name="Date">The day in the schedule's zone that it stands for.</param>
/// <param name="Due">When it is to be posted.</param>
internal readonly record struct Occurrence(LocalDate Date, Instant Due);
