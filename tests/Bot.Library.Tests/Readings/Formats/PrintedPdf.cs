using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Bot.Library.Tests.Readings.Formats;

/// <summary>Prints small PDF files, line by line.</summary>
internal sealed class PrintedPdf : IDisposable
{
    private readonly PdfDocumentBuilder document = new();
    private readonly PdfDocumentBuilder.AddedFont plain;
    private readonly PdfDocumentBuilder.AddedFont bold;
    private PdfPageBuilder? page;

    public PrintedPdf()
    {
        plain = document.AddStandard14Font(Standard14Font.TimesRoman);
        bold = document.AddStandard14Font(Standard14Font.TimesBold);
    }

    public PrintedPdf Named(string? title = null, string? author = null, string? created = null)
    {
        document.DocumentInformation.Title = title;
        document.DocumentInformation.Author = author;
        document.DocumentInformation.CreationDate = created;
        return this;
    }

    public PrintedPdf Page()
    {
        page = document.AddPage(PageSize.A4);
        return this;
    }

    public PrintedPdf Line(double height, string text, double left = 72, double size = 11, bool isBold = false)
    {
        (page ?? Page().page!).AddText(text, size, new PdfPoint(left, height), isBold ? bold : plain);
        return this;
    }

    /// <summary>Lines with font size 11 and line height 14, starting at a height.</summary>
    public PrintedPdf Lines(double height, params string[] lines)
    {
        foreach (var (index, line) in lines.Index())
        {
            Line(height - (14 * index), line);
        }

        return this;
    }

    /// <summary>Text wrapped to a width.</summary>
    public PrintedPdf Column(double height, double left, double width, string text)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && Width($"{line} {word}") > width)
            {
                Line(height, line, left);
                height -= 14;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        return Line(height, line, left);
    }

    /// <summary>Words with a gap between them but no space character.</summary>
    public PrintedPdf WithoutSpaces(double height, double gap, params string[] words)
    {
        var left = 72.0;
        foreach (var word in words)
        {
            Line(height, word, left);
            left += WidthOf(word) + gap;
        }

        return this;
    }

    /// <summary>Text justified to a width.</summary>
    public PrintedPdf Stretched(double height, double left, double width, string text, double leading)
    {
        var words = text.Split(' ');
        for (var start = 0; start < words.Length; height -= leading)
        {
            var end = start + 1;
            while (end < words.Length && WidthOf(string.Join(' ', words[start..(end + 1)])) <= width)
            {
                end++;
            }

            var gap = end == words.Length ? WidthOf("a b") - WidthOf("ab") : (width - words[start..end].Sum(WidthOf)) / Math.Max(1, end - start - 1);
            var place = left;
            foreach (var word in words[start..end])
            {
                Line(height, word, place);
                place += WidthOf(word) + gap;
            }

            start = end;
        }

        return this;
    }

    /// <summary>The width of a text in font size 11, in points.</summary>
    public static double WidthOf(string text)
    {
        using var measure = new PrintedPdf().Page();
        return measure.Width(text);
    }

    public byte[] Build() => document.Build();

    public void Dispose() => document.Dispose();

    private double Width(string text) => page!.MeasureText(text, 11, new PdfPoint(0, 0), plain).Max(letter => letter.EndBaseLine.X);
}
