using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Library.Readings.Raw;

/// <summary>
/// A date as people write it with the month's name, or year first: <c>26 November 2024</c>, <c>Nov. 26, 2024</c>, <c>2024-11-26</c>,
/// <c>26. November 2024</c>, <c>26 de novembro de 2024</c>.
/// </summary>
internal static partial class WrittenDate
{
    // January to December, each as the languages of readings call it. No name of one month begins with a name of another.
    private static readonly string[] Months =
    [
        "jan janvier enero gennaio jänner",
        "feb fév fev febr",
        "mar märz maart",
        "apr avr abr",
        "may mai mayo maio mag mei",
        "jun juin giu",
        "jul juil lug",
        "aug aoû aou ago",
        "sep set",
        "oct okt out ott",
        "nov",
        "dec dez déc dic",
    ];

    /// <summary>The first date in a text, or null. Dates of figures alone, with day and month first, are ignored, because they are ambiguous.</summary>
    public static DateOnly? Find(string text)
    {
        foreach (Match match in YearFirst.Matches(text))
        {
            if (Create(match, ReadNumber(match, "month")) is { } date)
            {
                return date;
            }
        }

        foreach (Match match in MonthName.Matches(text))
        {
            if (Create(match, MonthOf(match.Groups["month"].Value.ToLowerInvariant())) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>The date of a line that holds little else: at most a day of the week, a time and words such as “Published”.</summary>
    public static DateOnly? ParseLine(string line) =>
        line.Length <= 60 && Find(line) is { } date && LettersBesides.Replace(line, "").Count(char.IsLetter) <= 3 ? date : null;

    private static int MonthOf(string name) =>
        1 + Array.FindIndex(Months, names => names.Split(' ').Any(known => name.StartsWith(known, StringComparison.Ordinal)));

    private static DateOnly? Create(Match match, int month)
    {
        var (year, day) = (ReadNumber(match, "year"), ReadNumber(match, "day"));
        return month is >= 1 and <= 12 && year >= 1 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static int ReadNumber(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(?<year>[0-9]{4})[-/.](?<month>[0-9]{1,2})[-/.](?<day>[0-9]{1,2})(?![0-9])")]
    private static partial Regex YearFirst { get; }

    private const string MonthNames =
        @"(?:jan(?:uary|uar|vier|eiro|uari)?|enero|gennaio|jänner|feb(?:ruary|ruar|rero|braio|ruari|r)?|fév(?:rier)?|fev(?:ereiro|rier)?|mar(?:ch|s|zo|ço)?|märz|maart|apr(?:il|ile)?|avr(?:il)?|abr(?:il)?"
        + @"|may|mai|mayo|maio|mag(?:gio)?|mei|jun(?:e|i|io|ho)?|juin|giu(?:gno)?|jul(?:y|i|io|ho)?|juil(?:let)?|lug(?:lio)?|aug(?:ust|ustus)?|ao[uû]t|ago(?:sto)?|sept?(?:ember|embre|iembre)?|set(?:embro|tembre)?"
        + @"|o[ck]t(?:ober|obre|ubre)?|out(?:ubro)?|ott(?:obre)?|nov(?:ember|embre|iembre|embro)?|de[cz](?:ember|embro)?|déc(?:embre)?|dic(?:iembre|embre)?)";

    [GeneratedRegex(
        @"\b(?:(?<day>[0-9]{1,2})(?:st|nd|rd|th|er|\.|º|ª|°)?\s+(?:of\s+|de\s+)?(?<month>" + MonthNames + @")\b\.?,?\s+(?:de\s+|del\s+)?(?<year>[0-9]{4})"
        + @"|(?<month>" + MonthNames + @")\b\.?\s+(?<day>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+(?<year>[0-9]{4}))\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex MonthName { get; }

    [GeneratedRegex(
        @"\b(?:" + MonthNames + @"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
        + @"|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
        + @"|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|(?:maan|dins|woens|donder|vrij|zater|zon)dag"
        + @"|published|posted|updated|last|modified|date|on|at|the|of|am|pm|GMT|UTC|EST|EDT|CET|veröffentlicht|erschienen|vom|den|publié|paru|le|publicado|em|el|de|del|pubblicato|il|gepubliceerd|op)\b|(?<=[0-9])(?:st|nd|rd|th|er)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex LettersBesides { get; }
}
