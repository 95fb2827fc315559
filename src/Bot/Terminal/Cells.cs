using System.Globalization;
using Spectre.Console.Rendering;

namespace Bot.Terminal;

/// <summary>The width of text on a terminal: an ideograph or an emoji takes two cells.</summary>
internal static class Cells
{
    public static int Of(string text) => text.Length == 0 ? 0 : new Segment(text).CellCount();

    /// <summary>The beginning of a text that fits into a number of cells.</summary>
    public static string Cut(string text, int cells)
    {
        if (Of(text) <= cells)
        {
            return text;
        }

        var end = 0;
        while (end < text.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (Of(text[..next]) > cells)
            {
                break;
            }

            end = next;
        }

        return text[..end];
    }
}
