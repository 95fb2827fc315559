using System.Text.RegularExpressions;

namespace Bot.Library.Readings.Formats;

/// <summary>Text in a box that is drawn with signs: <c>*  No warranty  *</c>.</summary>
internal static partial class TextBoxes
{
    private const int MinLines = 3;

    /// <summary>The lines without the frames of boxes. The sides of a box stand at the same two places in each of its lines.</summary>
    public static IReadOnlyList<string> Open(IReadOnlyList<string> lines)
    {
        var open = lines.ToArray();
        for (var start = 0; start < open.Length;)
        {
            var end = start + 1;
            if (Side.Match(open[start]) is { Success: true } side)
            {
                while (end < open.Length && Side.Match(open[end]) is { Success: true } next && IsSameBox(side, next))
                {
                    end++;
                }

                for (var i = start; end - start >= MinLines && i < end; i++)
                {
                    open[i] = Side.Match(open[i]).Groups["text"].Value.TrimEnd();
                }
            }

            start = end;
        }

        return open;
    }

    private static bool IsSameBox(Match one, Match other) =>
        one.Groups["side"].Value == other.Groups["side"].Value && one.Groups["side"].Index == other.Groups["side"].Index && one.Value.TrimEnd().Length == other.Value.TrimEnd().Length;

    // A row of a table has signs between its cells too.
    [GeneratedRegex(@"^\s*(?<side>[*|#])(?: (?<text>[^|]*?)|(?<text>\s*)|(?<text>\k<side>+|[-=_+]+))\k<side>\s*$")]
    private static partial Regex Side { get; }
}
