using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Library.Readings.Formats;

/// <summary>A date as people write it with the month's name, or year first: <c>26 November 2024</c>, <c>Nov. 26, 2024</c>, <c>2024-11-26</c>.</summary>
internal static partial class WrittenDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The first date in a text, or null. Dates of figures alone, day and month first, are passed over: nobody can tell them apart.</summary>
    public static DateOnly? Find(string text)
    {
        foreach (Match match in YearFirst().Matches(text))
        {
            if (Create(match, Number(match, "month")) is { } date)
            {
                return date;
            }
        }

        foreach (Match match in MonthName().Matches(text))
        {
            if (Create(match, Array.IndexOf(Months, match.Groups["month"].Value[..3].ToLowerInvariant()) + 1) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>The date of a line that holds little else: at most a day of the week, a time and words such as “Published”.</summary>
    public static DateOnly? OfLine(string line) =>
        line.Length <= 60 && Find(line) is { } date && LettersBesides().Replace(line, "").Count(char.IsLetter) <= 3 ? date : null;

    private static DateOnly? Create(Match match, int month)
    {
        var (year, day) = (Number(match, "year"), Number(match, "day"));
        return month is >= 1 and <= 12 && year >= 1 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(?<year>[0-9]{4})[-/.](?<month>[0-9]{1,2})[-/.](?<day>[0-9]{1,2})(?![0-9])")]
    private static partial Regex YearFirst();

    [GeneratedRegex(
        @"\b(?:(?<day>[0-9]{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?,?\s+(?<year>[0-9]{4})" +
        @"|(?<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?\s+(?<day>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+(?<year>[0-9]{4}))\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex MonthName();

    [GeneratedRegex(
        @"\b(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)" +
        @"|published|posted|updated|last|modified|date|on|at|the|of|am|pm|GMT|UTC|EST|EDT|CET)\b|(?<=[0-9])(?:st|nd|rd|th)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex LettersBesides();
}
