using System.Globalization;

namespace Bot.Chat.Languages;

/// <summary>
/// The languages of the bot's texts. <see cref="CultureInfo.CurrentUICulture"/> selects the language, and the format of dates and numbers. Everything else
/// that depends on cultures is the same in all of them.
/// </summary>
public static class ReplyLanguages
{
    /// <summary>All languages, English first.</summary>
    public static IReadOnlyList<CultureInfo> All { get; } = [.. new[] { "en", "de", "fr", "pt", "es" }.Select(Create)];

    /// <summary>The default language.</summary>
    public static CultureInfo English => All[0];

    /// <summary>Their two-letter names: <c>en</c>, <c>de</c> …</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(language => language.Name)];

    /// <summary>The language of a locale as platforms and browsers write it: <c>pt-BR</c>, <c>de_AT</c>. Null if it is none of these.</summary>
    public static CultureInfo? Find(string? locale) => locale?.Split('-', '_')[0] is { } name
        ? All.FirstOrDefault(language => language.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        : null;

    // The program runs without culture data, so the names of months and days, and the number formats, are defined here.
    private static CultureInfo Create(string name)
    {
        var culture = new CultureInfo(name);
        var format = culture.DateTimeFormat;
        format.MonthNames = format.MonthGenitiveNames = [.. Names(nameof(DateTexts.Months)), ""];
        format.DayNames = Names(nameof(DateTexts.Days));
        format.AbbreviatedDayNames = Names(nameof(DateTexts.ShortDays));
        var number = WordingTexts.ResourceManager.GetString(nameof(WordingTexts.Number), culture) ?? "1,234.5";
        (culture.NumberFormat.NumberGroupSeparator, culture.NumberFormat.NumberDecimalSeparator) = ($"{number[1]}", $"{number[^2]}");
        return CultureInfo.ReadOnly(culture);

        string[] Names(string key) => DateTexts.ResourceManager.GetString(key, culture)?.Split(',') ?? [];
    }
}
