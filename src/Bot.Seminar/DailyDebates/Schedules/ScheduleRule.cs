using NodaTime;
using NodaTime.TimeZones;

namespace Bot.Seminar.DailyDebates.Schedules;

/// <summary>When a debate is due: at a local time, on some days.</summary>
/// <param name="Time">The local time.</param>
/// <param name="Zone">The time zone.</param>
/// <param name="Days">The days of the week.</param>
/// <param name="First">The first day; null for no beginning.</param>
/// <param name="Last">The last day; null for no end.</param>
internal sealed record ScheduleRule(LocalTime Time, DateTimeZone Zone, ScheduleDays Days, LocalDate? First = null, LocalDate? Last = null)
{
    // A schedule counts as ended if more than two years of days are skipped.
    private const int MaxGapDays = 800;

    // If a local time occurs twice, the first one is used; if it does not exist, the first instant after the gap.
    private static readonly ZoneLocalMappingResolver Resolve = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>When the debate of a day is due; null if that day has none.</summary>
    public Instant? FindDue(LocalDate date) =>
        Days.Holds(date.DayOfWeek) && !(date < First) && !(date > Last) && Exists(date)
            ? Zone.ResolveLocal(date + Time, Resolve).ToInstant()
            : null;

    /// <summary>The first day whose debate is due after an instant.</summary>
    /// <param name="moment">The instant.</param>
    /// <param name="isFree">Whether a day is left out.</param>
    public Occurrence? FindAfter(Instant moment, Func<LocalDate, bool> isFree)
    {
        // A gap can move yesterday's debate into today.
        var date = LocalDate.Max(moment.InZone(Zone).Date.PlusDays(-2), First ?? LocalDate.MinIsoValue);
        for (var i = 0; i < MaxGapDays && !(date > Last); i++, date = date.PlusDays(1))
        {
            if (FindDue(date) is { } due && due > moment && !isFree(date))
            {
                return new Occurrence(date, due);
            }
        }

        return null;
    }

    /// <summary>The next day after another that has a debate.</summary>
    public Occurrence? FindAfterDay(LocalDate day, Func<LocalDate, bool> isFree)
    {
        var date = LocalDate.Max(day.PlusDays(1), First ?? LocalDate.MinIsoValue);
        for (var i = 0; i < MaxGapDays && !(date > Last); i++, date = date.PlusDays(1))
        {
            if (FindDue(date) is { } due && !isFree(date))
            {
                return new Occurrence(date, due);
            }
        }

        return null;
    }

    // Samoa went from 29 to 31 December 2011; a day that a time zone skipped has no debate.
    private bool Exists(LocalDate date)
    {
        var mapping = Zone.MapLocal(date.AtMidnight());
        return mapping.Count > 0 || mapping.LateInterval.IsoLocalStart.Date == date;
    }
}

/// <summary>A debate that is due.</summary>
/// <param name="Date">Its day in the schedule's time zone.</param>
/// <param name="Due">When it is to be posted.</param>
internal readonly record struct Occurrence(LocalDate Date, Instant Due);
