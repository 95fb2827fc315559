using System.Globalization;
using System.Text;

namespace Bot.Terminal;

/// <summary>
/// Makes external texts, such as file names, safe to print: characters that control a terminal or change the writing direction are shown as their numbers.
/// </summary>
internal static class Visible
{
    /// <summary>A text of any number of lines.</summary>
    public static string Of(string text) => Escape(text, keepsLines: true);

    /// <summary>A text as one line.</summary>
    public static string MakeLine(string text) => Escape(text, keepsLines: false);

    private static string Escape(string text, bool keepsLines)
    {
        if (text.All(IsVisible))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            _ = sign switch
            {
                _ when IsVisible(sign) => shown.Append(sign),
                '\r' => shown,
                '\n' => shown.Append(keepsLines ? sign : ' '),
                '\t' => shown.Append(' '),
                _ => shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)sign:x4}"),
            };
        }

        return shown.ToString();
    }

    private static bool IsVisible(char sign) => char.GetUnicodeCategory(sign) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
