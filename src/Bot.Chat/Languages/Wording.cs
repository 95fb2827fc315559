using System.Globalization;

namespace Bot.Chat.Languages;

/// <summary>Parts of sentences, in the language of <see cref="CultureInfo.CurrentUICulture"/>.</summary>
public static class Wording
{
    /// <summary>Words in the language's quotation marks: <c>“sanctions”</c>, <c>„sanctions“</c>.</summary>
    public static string Quoted(string words) => WordingTexts.FormatQuoted(words);

    /// <summary>Several things: <c>a, b and c</c>.</summary>
    /// <param name="items">At least one.</param>
    public static string And(IReadOnlyList<string> items) => Listed(items, WordingTexts.FormatAnd);

    /// <summary>One of several things: <c>a, b or c</c>.</summary>
    /// <param name="items">At least one.</param>
    public static string Or(IReadOnlyList<string> items) => Listed(items, WordingTexts.FormatOr);

    /// <summary>A day: <c>3 March 2026</c>.</summary>
    public static string Date(DateOnly day) => day.ToString(DateTexts.Day, CultureInfo.CurrentUICulture);

    private static string Listed(IReadOnlyList<string> items, Func<object?, object?, string> join)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items.Count == 1 ? items[0] : join(string.Join(", ", items.SkipLast(1)), items[^1]);
    }
}
