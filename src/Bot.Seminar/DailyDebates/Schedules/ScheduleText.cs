using System.Text.RegularExpressions;
using Bot.Library.Readings;
using NodaTime;
using NodaTime.Text;

namespace Bot.Seminar.DailyDebates.Schedules;

/// <summary>Reads a schedule as people write it: <c>09:00 Europe/Lisbon weekdays 2026-09-01..2027-01-31 case-for-pressure</c>.</summary>
internal static partial class ScheduleText
{
    private const string Example = "debate schedule 09:00 Europe/Lisbon weekdays";

    private static readonly LocalTimePattern[] Times =
    [
        LocalTimePattern.CreateWithInvariantCulture("HH:mm"),
        LocalTimePattern.CreateWithInvariantCulture("H:mm"),
        LocalTimePattern.CreateWithInvariantCulture("h:mmtt"),
        LocalTimePattern.CreateWithInvariantCulture("htt"),
    ];

    /// <summary>Reads the text of the command.</summary>
    /// <param name="text">The text after the command's name.</param>
    /// <param name="readings">The readings that it can name.</param>
    /// <returns>The rule and the ids of the readings (empty for all), or what is wrong.</returns>
    public static (ScheduleRule? Rule, IReadOnlyList<string> Readings, string Problem) Parse(string text, IReadOnlyList<Reading> readings)
    {
        var words = new Queue<string>(text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (!words.TryDequeue(out var typedTime) || TimeOf(typedTime) is not { } time)
        {
            return Refuse(ScheduleTexts.FormatNoTime(typedTime, Example));
        }

        if (!words.TryDequeue(out var typedZone))
        {
            return Refuse(ScheduleTexts.FormatNoZone(typedTime, Example));
        }

        if (ZoneOf(typedZone) is not { } zone)
        {
            return Refuse(ExplainZone(typedZone));
        }

        var days = ScheduleDays.Daily;
        if (words.TryPeek(out var typedDays) && ScheduleDays.Parse(typedDays) is { } named)
        {
            days = named;
            words.Dequeue();
        }

        var (first, last) = ((LocalDate?)null, (LocalDate?)null);
        if (words.TryPeek(out var typedRange) && Range.Match(typedRange) is { Success: true } range)
        {
            words.Dequeue();
            var (from, to) = (DateOf(range.Groups["from"].Value), DateOf(range.Groups["to"].Value));
            if ((range.Groups["from"].Length > 0 && from is null) || (range.Groups["to"].Length > 0 && to is null) || from > to)
            {
                return Refuse(ScheduleTexts.FormatNoRange(typedRange, "2026-09-01..2027-01-31"));
            }

            (first, last) = (from, to);
        }

        var (ids, problem) = ReadingsOf(words, readings);
        return problem.Length > 0 ? Refuse(problem) : (new ScheduleRule(time, zone, days, first, last), ids, "");
    }

    /// <summary>A day as people write it; null if it is not a day.</summary>
    public static LocalDate? DateOf(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true } parsed ? parsed.Value : null;

    private static LocalTime? TimeOf(string text) => Times
        .Select(pattern => pattern.Parse(text.ToUpperInvariant()))
        .Where(parsed => parsed.Success)
        .Select(parsed => (LocalTime?)parsed.Value)
        .FirstOrDefault();

    private static DateTimeZone? ZoneOf(string text) => DateTimeZoneProviders.Tzdb.Ids
        .FirstOrDefault(id => id.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } id ? DateTimeZoneProviders.Tzdb[id] : null;

    // For "Lisbon" the message can suggest the right name.
    private static string ExplainZone(string text)
    {
        var ids = DateTimeZoneProviders.Tzdb.Ids;
        var meant = ids.FirstOrDefault(id => id[(id.LastIndexOf('/') + 1)..].Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? NearestName.Of(text, ids);
        return meant is null ? ScheduleTexts.FormatUnknownZone(text, "Europe/Lisbon") : ScheduleTexts.FormatNearestZone(text, meant);
    }

    private static (IReadOnlyList<string> Ids, string Problem) ReadingsOf(IEnumerable<string> words, IReadOnlyList<Reading> readings)
    {
        var ids = new List<string>();
        foreach (var name in words.SelectMany(word => word.Split(',', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (ReadingNames.Matches(readings, name) is not [var reading])
            {
                return ([], ReadingNames.Explain(readings, name, ReadingNames.Matches(readings, name)));
            }

            ids.Add(reading.Id.Value);
        }

        return ([.. ids.Distinct().Order(StringComparer.Ordinal)], "");
    }

    private static (ScheduleRule?, IReadOnlyList<string>, string) Refuse(string problem) => (null, [], problem);

    [GeneratedRegex(@"^(?<from>[0-9][0-9-]*)?(?:\.\.|…|–|—)(?<to>[0-9][0-9-]*)?$")]
    private static partial Regex Range { get; }
}
