using Ical.Net;
using Ical.Net.CalendarComponents;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Schedules;

/// <summary>The free days of an .ics file: every day that an event touches, repeated events included.</summary>
internal static class HolidayFile
{
    // How far repeated events are expanded; a seminar ends sooner.
    private const int MaxYears = 100;
    private const int MaxDays = 20_000;

    /// <summary>Reads a file.</summary>
    /// <returns>The days, or what is wrong with the file.</returns>
    public static (IReadOnlySet<LocalDate> Days, string? Problem) Read(string path)
    {
        try
        {
            var calendar = Calendar.Load(File.ReadAllText(path));
            return calendar is { Events.Count: > 0 }
                ? (calendar.Events.SelectMany(DaysOf).Take(MaxDays).ToHashSet(), null)
                : (new HashSet<LocalDate>(), $"{path} contains no events. Export a calendar in the iCalendar format (.ics).");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or FormatException or ArgumentException
            or System.Runtime.Serialization.SerializationException)
        {
            return (new HashSet<LocalDate>(), wrong.Message);
        }
    }

    private static IEnumerable<LocalDate> DaysOf(CalendarEvent holiday)
    {
        if (holiday.Start is not { } start)
        {
            yield break;
        }

        var end = LocalDateTime.FromDateTime(start.Value).PlusYears(MaxYears);
        foreach (var period in holiday.GetOccurrences().Select(occurrence => occurrence.Period))
        {
            // The end of an event is exclusive; a whole day ends at the next midnight.
            var first = LocalDateTime.FromDateTime(period.StartTime.Value);
            var until = LocalDateTime.FromDateTime(period.EffectiveEndTime?.Value ?? period.StartTime.Value);
            if (first > end)
            {
                yield break;
            }

            for (var day = first.Date; day == first.Date || day.AtMidnight() < until; day = day.PlusDays(1))
            {
                yield return day;
            }
        }
    }
}
