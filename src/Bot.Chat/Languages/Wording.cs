using System.Globalization;

namespace Bot.Chat.Languages;

/// <summary>Parts of sentences, in the language of <see cref="CultureInfo.CurrentUICulture"/>.</summary>
public static class Wording
{
    /// <summary>Words in the language's quotation marks: <c>“sanctions”</c>, <c>„sanctions“</c>.</summary>
    public static string Quote(string words) => WordingTexts.FormatQuoted(words);

    /// <summary>A list: <c>a, b and c</c>.</summary>
    /// <param name="items">The items; at least one.</param>
    public static string JoinWithAnd(IReadOnlyList<string> items) => Join(items, WordingTexts.FormatAnd);

    /// <summary>Alternatives: <c>a, b or c</c>.</summary>
    /// <param name="items">The items; at least one.</param>
    public static string JoinWithOr(IReadOnlyList<string> items) => Join(items, WordingTexts.FormatOr);

    /// <summary>A day: <c>3 March 2026</c>.</summary>
    public static string FormatDate(DateOnly day) => day.ToString(day.Day == 1 ? DateTexts.FirstDay : DateTexts.Day, CultureInfo.CurrentUICulture);

    /// <summary>A day with its name: <c>Tue 3 March 2026</c>.</summary>
    public static string FormatDayOfWeek(DateOnly day) =>
        day.ToString(day.Day == 1 ? DateTexts.FirstDayOfWeek : DateTexts.DayOfWeek, CultureInfo.CurrentUICulture);

    /// <summary>A whole number: <c>1,200</c>.</summary>
    public static string FormatNumber(long number) => number.ToString("N0", CultureInfo.CurrentUICulture);

    /// <summary>Runs a function with another current language.</summary>
    /// <param name="language">One of <see cref="ReplyLanguages"/>.</param>
    /// <param name="say">The function.</param>
    public static T SayIn<T>(CultureInfo language, Func<T> say)
    {
        ArgumentNullException.ThrowIfNull(say);
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = language;
        try
        {
            return say();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static string Join(IReadOnlyList<string> items, Func<object?, object?, string> join)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items.Count == 1 ? items[0] : join(string.Join(", ", items.SkipLast(1)), items[^1]);
    }
}
