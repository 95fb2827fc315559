using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis;

namespace Bot.Library.Readings.Formats.Pdf;

/// <summary>A line of print. Distances are in points, from the lower left corner of the page.</summary>
/// <param name="Printed">Where it stands and the words in it.</param>
/// <param name="Text">What it says.</param>
/// <param name="Size">The size of most of its letters, rounded to half a point.</param>
/// <param name="IsBold">Whether nearly all its letters are bold.</param>
internal sealed record PdfLine(TextLine Printed, string Text, double Size, bool IsBold)
{
    private const double NearlyAll = 0.8;

    /// <summary>Where it begins.</summary>
    public double Left => Printed.BoundingBox.Left;

    /// <summary>Where it ends.</summary>
    public double Right => Printed.BoundingBox.Right;

    /// <summary>The height of the foot of its letters.</summary>
    public double Foot => Printed.BoundingBox.Bottom;

    /// <summary>How wide its first word is: what would have had to fit on the line above.</summary>
    public double FirstWordWidth => Printed.Words[0].BoundingBox.Width;

    /// <summary>Measures a line.</summary>
    public static PdfLine Of(TextLine printed)
    {
        var letters = printed.Words.SelectMany(word => word.Letters).ToList();
        var sizes = letters.Select(letter => Math.Round(letter.PointSize * 2, MidpointRounding.AwayFromZero) / 2).Order().ToList();
        return new PdfLine(
            printed,
            Fold(printed),
            sizes[sizes.Count / 2],
            letters.Count(IsBoldLetter) >= NearlyAll * letters.Count);
    }

    /// <summary>A soft hyphen at the end of a line is one that is seen.</summary>
    private static string Fold(TextLine printed)
    {
        var text = string.Join(' ', printed.Words.Select(word => word.Text)).TrimEnd();
        return Folding.Fold(text is [.., '\u00AD'] ? text[..^1] + '-' : text);
    }

    private static bool IsBoldLetter(Letter letter) =>
        letter.FontDetails.IsBold || (letter.FontName?.Contains("bold", StringComparison.OrdinalIgnoreCase) ?? false);
}
