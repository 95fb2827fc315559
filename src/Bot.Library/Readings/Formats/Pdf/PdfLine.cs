using System.Text;
using System.Text.RegularExpressions;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Formats.Pdf;

/// <summary>A line of print. Distances are in points, from the lower left corner of the page.</summary>
/// <param name="Words">From left to right; at least one.</param>
/// <param name="Text">What it says, with signs for the marks of notes.</param>
/// <param name="Size">The size of most of its letters.</param>
/// <param name="IsBold">Whether nearly all its letters are bold.</param>
internal sealed partial record PdfLine(IReadOnlyList<PdfWord> Words, string Text, double Size, bool IsBold)
{
    private const double NearlyAll = 0.8;

    /// <summary>Parts of a word that are printed apart, as a power and its base, stand closer than this many ems.</summary>
    private const double NoGap = 0.1;

    /// <summary>Cells of a table stand this many ems apart at least; words of a stretched line hardly ever do.</summary>
    private const double CellGap = 1.5;

    private IReadOnlyList<PdfLine>? cells;

    /// <summary>What it says without marks of notes.</summary>
    public string Plain { get; } = TextMarks.RemoveMarks(Text);

    /// <summary>Where it begins.</summary>
    public double Left => Words[0].Left;

    /// <summary>Where it ends.</summary>
    public double Right { get; } = Words.Max(word => word.Right);

    /// <summary>The height that its letters stand on.</summary>
    public double Foot { get; } = Words.FirstOrDefault(word => !word.IsRaised, Words[0]).Base;

    /// <summary>The number of the page that it stands on, as it is printed there.</summary>
    public string? Page { get; init; }

    /// <summary>Whether it says something; a rule of dashes does not.</summary>
    public bool HasWords => Plain.Any(char.IsLetterOrDigit);

    /// <summary>Its parts that are separated by wide gaps, as in a table row.</summary>
    public IReadOnlyList<PdfLine> Cells => cells ??= FindCells();

    /// <summary>How wide its first word is: what would have had to fit on the line above.</summary>
    public double FirstWordWidth => Words[0].Right - Words[0].Left;

    /// <summary>Measures a line.</summary>
    /// <param name="words">From left to right; at least one.</param>
    public static PdfLine Of(IReadOnlyList<PdfWord> words)
    {
        var sizes = words.SelectMany(word => Enumerable.Repeat(word.Size, word.Letters)).Order().ToList();
        return new PdfLine(words, Says(words), sizes[sizes.Count / 2], words.Sum(word => word.BoldLetters) >= NearlyAll * words.Sum(word => word.Letters));
    }

    private static string Says(IReadOnlyList<PdfWord> words)
    {
        var text = new StringBuilder();
        PdfWord? before = null;
        foreach (var word in PdfDirection.PutInOrder(words))
        {
            var isMark = word.IsRaised && before is not null && NoteMark.IsMatch(word.Text);
            var isBehindFirstMark = before is { IsRaised: true } && ReferenceEquals(before, words[0]) && NoteMark.IsMatch(before.Text);
            if (before is not null && !isMark && (isBehindFirstMark || MeasureGap(before, word) > NoGap * before.Size))
            {
                text.Append(' ');
            }

            text.Append(isMark ? TextMarks.Note(word.Text.Trim(',', '[', ']', '(', ')')) : word.Text);
            before = word;
        }

        // A soft hyphen at the end of a line is one that is seen.
        return Folding.Fold(text is [.., '\u00AD'] ? text.ToString(0, text.Length - 1) + '-' : text.ToString());
    }

    private List<PdfLine> FindCells()
    {
        var found = new List<PdfLine>();
        var cell = new List<PdfWord>();
        foreach (var word in Words)
        {
            if (cell.Count > 0 && word.Left - cell.Max(before => before.Right) > CellGap * Size)
            {
                found.Add(Of(cell));
                cell = [];
            }

            cell.Add(word);
        }

        found.Add(found.Count == 0 ? this : Of(cell));
        return found;
    }

    private static double MeasureGap(PdfWord before, PdfWord word) => Math.Max(word.Left - before.Right, before.Left - word.Right);

    [GeneratedRegex(@"^[\[(]?(?:[0-9]{1,3}|[a-z]|[*†‡§]{1,3})[\])]?,?$")]
    private static partial Regex NoteMark { get; }
}
