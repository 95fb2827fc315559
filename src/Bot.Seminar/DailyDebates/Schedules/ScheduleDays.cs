using NodaTime;

namespace Bot.Seminar.DailyDebates.Schedules;

/// <summary>Days of the week, as people write them: <c>daily</c>, <c>weekdays</c>, <c>weekends</c>, <c>Mon,Wed</c>, <c>Mon-Thu</c>.</summary>
internal sealed record ScheduleDays
{
    private static readonly IsoDayOfWeek[] All = [.. Enumerable.Range(1, 7).Select(number => (IsoDayOfWeek)number)];

    private readonly IsoDayOfWeek[] days;

    private ScheduleDays(IEnumerable<IsoDayOfWeek> days) => this.days = [.. days.Distinct().Order()];

    public static ScheduleDays Daily { get; } = new(All);

    /// <summary>Whether there is a debate on a day of the week.</summary>
    public bool Holds(IsoDayOfWeek day) => days.Contains(day);

    /// <summary>Reads what people write; null if it names no days.</summary>
    public static ScheduleDays? Parse(string text) => text.ToLowerInvariant() switch
    {
        "daily" or "everyday" => Daily,
        "weekdays" => new ScheduleDays(All[..5]),
        "weekends" => new ScheduleDays(All[5..]),
        var listed => ParseList(listed),
    };

    /// <summary>The days as people write them in a command; <see cref="Parse"/> reads this form, and the database stores it.</summary>
    public override string ToString() => days switch
    {
        { Length: 7 } => "daily",
        [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday] => "weekends",
        { Length: 5 } when days[^1] == IsoDayOfWeek.Friday => "weekdays",
        _ => string.Join(',', days.Select(day => day.ToString()[..3])),
    };

    /// <summary>The days in words.</summary>
    public string Describe() => ToString() switch
    {
        "daily" => ScheduleTexts.Daily,
        "weekdays" => ScheduleTexts.Weekdays,
        "weekends" => ScheduleTexts.Weekends,
        _ => days.Select(day => Dates.NameShort(day)).Aggregate((listed, next) => ScheduleTexts.FormatMoreDays(listed, next)),
    };

    public bool Equals(ScheduleDays? other) => other is not null && days.SequenceEqual(other.days);

    public override int GetHashCode() => days.Aggregate(0, (sum, day) => sum | (1 << (int)day));

    private static ScheduleDays? ParseList(string text)
    {
        var found = new List<IsoDayOfWeek>();
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split('-').Select(DayOf).ToList();
            if (ends.Count > 2 || ends.Any(day => day == IsoDayOfWeek.None))
            {
                return null;
            }

            for (var day = ends[0]; ; day = (IsoDayOfWeek)(((int)day % 7) + 1))
            {
                found.Add(day);
                if (day == ends[^1])
                {
                    break;
                }
            }
        }

        return found.Count > 0 ? new ScheduleDays(found) : null;
    }

    // Accepts "tue", "tues", "tuesday" and "tuesdays", but not "t".
    private static IsoDayOfWeek DayOf(string word) => word.Length >= 3
        ? All.FirstOrDefault(day => $"{day}s".StartsWith(word, StringComparison.OrdinalIgnoreCase))
        : IsoDayOfWeek.None;
}
