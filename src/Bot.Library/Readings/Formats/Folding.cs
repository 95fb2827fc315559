using System.Text;

namespace Bot.Library.Readings.Formats;

/// <summary>Makes one line of text out of what a file has on several.</summary>
internal static class Folding
{
    /// <summary>Each run of white space becomes one space, none stays at the ends; soft hyphens and other marks without a width go.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var gap = false;
        foreach (var unit in text)
        {
            // Soft hyphen, zero-width space, byte order mark: places where a line may or must not break.
            if (unit is '\u00AD' or '\u200B' or '\uFEFF')
            {
                continue;
            }

            if (char.IsWhiteSpace(unit))
            {
                gap = folded.Length > 0;
                continue;
            }

            if (gap)
            {
                folded.Append(' ');
                gap = false;
            }

            folded.Append(unit);
        }

        return folded.ToString();
    }
}
