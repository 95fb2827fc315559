using UglyToad.PdfPig.Content;

namespace Bot.Library.Readings.Formats.Pdf;

/// <summary>A word as it is printed. Distances are in points, from the lower left corner of the page.</summary>
/// <param name="Text">What it says, in the order in which it is read.</param>
/// <param name="Left">Where it begins.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Base">The height of the line that its letters stand on.</param>
/// <param name="Size">The size of most of its letters, rounded to half a point.</param>
/// <param name="Letters">How many letters it has.</param>
/// <param name="BoldLetters">How many of them are bold.</param>
internal sealed record PdfWord(string Text, double Left, double Right, double Base, double Size, int Letters, int BoldLetters)
{
    /// <summary>Whether it stands above the line as the mark of a note or a power does.</summary>
    public bool IsRaised { get; init; }

    /// <summary>Makes a word of letters that stand side by side.</summary>
    /// <param name="letters">From left to right; at least one.</param>
    /// <param name="says">What a letter says.</param>
    public static PdfWord Of(IReadOnlyList<Letter> letters, Func<Letter, string> says)
    {
        var sizes = letters.Select(letter => Math.Round(letter.PointSize * 2, MidpointRounding.AwayFromZero) / 2).Order().ToList();
        return new PdfWord(
            PdfDirection.JoinLetters([.. letters.Select(says)]),
            PdfLetters.Start(letters[0]),
            letters.Max(PdfLetters.End),
            letters[0].StartBaseLine.Y,
            sizes[sizes.Count / 2],
            letters.Count,
            letters.Count(IsBold));
    }

    private static bool IsBold(Letter letter) =>
        letter.FontDetails.IsBold || (letter.FontName?.Contains("bold", StringComparison.OrdinalIgnoreCase) ?? false);
}
