using System.Globalization;
using AngleSharp.Dom;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Formats.Html;

/// <summary>The numbers that a browser puts before the items of a list: the text may refer to them, and judgments are cited by them.</summary>
internal sealed class ListNumbers
{
    private readonly string kind;
    private int next;

    private ListNumbers(string kind, int next) => (this.kind, this.next) = (kind, next);

    /// <summary>The numbers of a list; null where the page says that it shows none.</summary>
    public static ListNumbers? Of(IElement list) =>
        list.GetAttribute("style") is { } style && style.Replace(" ", "", StringComparison.Ordinal).Contains("list-style:none", StringComparison.OrdinalIgnoreCase)
            ? null
            : new ListNumbers(list.GetAttribute("type") ?? "1", ValueOf(list, "start") ?? 1);

    /// <summary>The number of the next item, with what stands behind it; empty where the item says its number itself.</summary>
    public string Next(IElement item)
    {
        next = ValueOf(item, "value") ?? next;
        var number = kind switch
        {
            "a" or "A" when next is >= 1 and <= 26 => ((char)(kind[0] + next - 1)).ToString(),
            "i" when next is >= 1 and < 4000 => RomanNumeral.Write(next).ToLowerInvariant(),
            "I" when next is >= 1 and < 4000 => RomanNumeral.Write(next),
            _ => next.ToString(CultureInfo.InvariantCulture),
        };
        next++;
        return SaysItself(item.TextContent.TrimStart(), number) ? "" : $"{number}. ";
    }

    private static bool SaysItself(string text, string number) =>
        text is ['(' or '[', ..]
        || (text.StartsWith(number, StringComparison.OrdinalIgnoreCase) && text.Length > number.Length && text[number.Length] is '.' or ')' or ':');

    private static int? ValueOf(IElement element, string attribute) =>
        int.TryParse(element.GetAttribute(attribute), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;
}
