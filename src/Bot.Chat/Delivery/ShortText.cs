using System.Globalization;

namespace Bot.Chat.Delivery;

/// <summary>Shortens a label or heading that cannot be split.</summary>
public static class ShortText
{
    private const string Ellipsis = "…";

    /// <summary>The text, or its beginning with an ellipsis, cut between visible characters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The maximum length of the result in Unicode scalar values, from 1.</param>
    public static string Of(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= most || text.EnumerateRunes().Count() <= most)
        {
            return text;
        }

        var (end, count) = (0, 0);
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext();)
        {
            count += elements.GetTextElement().EnumerateRunes().Count();
            if (count > most - 1)
            {
                break;
            }

            end = elements.ElementIndex + elements.GetTextElement().Length;
        }

        return $"{text[..end].TrimEnd()}{Ellipsis}";
    }
}
