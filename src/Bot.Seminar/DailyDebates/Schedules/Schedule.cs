using System.Globalization;
using Bot.Chat.Languages;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace Bot.Seminar.DailyDebates.Schedules;

/// <summary>A channel's daily debate.</summary>
/// <param name="Id">Unique over all channels.</param>
/// <param name="Channel">The channel, as <see cref="Channels.ChannelKey"/> writes it.</param>
/// <param name="Number">Its number in the channel, from 1.</param>
/// <param name="Rule">When it is due.</param>
/// <param name="Readings">The ids of the readings for its motions; empty for all.</param>
internal sealed record Schedule(string Id, string Channel, int Number, ScheduleRule Rule, IReadOnlyList<string> Readings)
{
    /// <summary>The tag of its posts if the channel is a forum; empty for none.</summary>
    public string Tag { get; init; } = "";

    /// <summary>Whether it is paused.</summary>
    public bool IsPaused { get; init; }

    /// <summary>Its next debate; null while it is paused and after its last day.</summary>
    public Occurrence? Next { get; init; }

    /// <summary>The readings as the key of the plan in the database.</summary>
    public string ReadingsKey => string.Join(',', Readings);

    /// <summary>Its time, days and readings as text: <c>09:00 Europe/Lisbon, weekdays</c>.</summary>
    public string Describe()
    {
        var range = (Rule.First, Rule.Last) switch
        {
            (null, null) => null,
            ({ } first, null) => ScheduleTexts.FormatFrom(Dates.FormatIso(first)),
            (null, { } last) => ScheduleTexts.FormatUntil(Dates.FormatIso(last)),
            ({ } first, { } last) => ScheduleTexts.FormatFromUntil(Dates.FormatIso(first), Dates.FormatIso(last)),
        };
        var readings = Readings.Count > 0 ? ScheduleTexts.FormatOn(string.Join(", ", Readings)) : null;
        var tag = Tag.Length > 0 ? ScheduleTexts.FormatWithTag(Tag) : null;
        string?[] parts = [$"{Dates.FormatTime(Rule.Time)} {Rule.Zone.Id}", Rule.Days.Describe(), range, readings, tag];
        return string.Join(", ", parts.OfType<string>());
    }

    /// <summary>The local time of one of its debates: <c>Tue 1 September 2026, 09:00</c>.</summary>
    public string Describe(Occurrence occurrence)
    {
        var local = occurrence.Due.InZone(Rule.Zone);
        return $"{Dates.FormatDay(local.Date)}, {Dates.FormatTime(local.TimeOfDay)}";
    }
}

/// <summary>Days and times as texts.</summary>
internal static class Dates
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary><c>2026-09-01</c>.</summary>
    public static string FormatIso(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary><c>09:00</c>.</summary>
    public static string FormatTime(LocalTime time) => Clock.Format(time);

    /// <summary><c>Tue 1 September 2026</c>.</summary>
    public static string FormatDay(LocalDate date) => Wording.FormatDayOfWeek(date.ToDateOnly());

    /// <summary><c>Tue</c>.</summary>
    public static string NameShort(IsoDayOfWeek day) => CultureInfo.CurrentUICulture.DateTimeFormat.GetAbbreviatedDayName(day.ToDayOfWeek());

    /// <summary>An instant as the database stores it.</summary>
    public static long ToMilliseconds(Instant moment) => moment.ToUnixTimeMilliseconds();

    /// <summary>The current instant.</summary>
    public static Instant Now(TimeProvider time) => Instant.FromDateTimeOffset(time.GetUtcNow());
}
