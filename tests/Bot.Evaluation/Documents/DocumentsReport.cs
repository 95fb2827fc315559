using System.Globalization;
using Bot.Evaluation.Files;
using Bot.Evaluation.Reports;
using Bot.Library.Readings;
using Bot.Library.Readings.Folders;
using Lucene.Net.Analysis.Miscellaneous;

namespace Bot.Evaluation.Documents;

/// <summary>Measures the conversion of real files to readings.</summary>
internal static class DocumentsReport
{
    /// <summary>Prints, for each file, what can be measured of it, and which works the folder has in two forms.</summary>
    /// <param name="dir">The folder of files.</param>
    /// <param name="output">Receives the tables.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="EvaluationException">The folder does not exist, or contains no readable file.</exception>
    public static async Task RunAsync(string dir, TextWriter output, CancellationToken cancellationToken)
    {
        InputFile.RequireFolder(dir);
        var contents = Load(dir, cancellationToken);
        var files = new Table("file", "four-word runs", "of pdftotext's", "glued", "furniture", "right section", "quality");
        var isMissing = false;
        foreach (var reading in contents.Readings)
        {
            var path = Path.Combine(dir, reading.File);
            var isPdf = Path.GetExtension(path) == ".pdf";
            var pages = isPdf ? await PdfToText.PagesAsync(path, cancellationToken) : null;
            isMissing |= isPdf && pages is null;
            var print = pages is null ? null : PrintAgreement.Of(reading, pages);
            var section = Path.GetExtension(path) is ".html" or ".htm" ? MarkedSections.Share(reading, await File.ReadAllTextAsync(path, cancellationToken)) : null;
            files.Add(
                reading.File,
                Figure.Share(print?.Runs),
                Figure.Share(print?.Found),
                print?.Glued.ToString(CultureInfo.InvariantCulture) ?? Figure.None,
                print?.HeadersAndFooters.ToString(CultureInfo.InvariantCulture) ?? Figure.None,
                Figure.Share(section),
                Figure.Share(reading.Quality));
        }

        files.Write(output);
        if (isMissing)
        {
            await output.WriteLineAsync($"PDF files were not compared: {PdfToText.Missing}\n");
        }

        WriteForms(contents, output);
        foreach (var problem in contents.Problems)
        {
            await output.WriteLineAsync($"Not served: {problem}");
        }
    }

    private static FolderContents Load(string dir, CancellationToken cancellationToken)
    {
        try
        {
            return new ReadingFolder(new ReadingsOptions { Folder = dir }).Load(cancellationToken: cancellationToken);
        }
        catch (ReadingFolderException nothing)
        {
            throw new EvaluationException(nothing.Message);
        }
    }

    /// <summary>A work in two forms, told by the names of the files, should give the same paragraphs.</summary>
    private static void WriteForms(FolderContents contents, TextWriter output)
    {
        var forms = contents.Readings
            .GroupBy(reading => Path.ChangeExtension(reading.File, null), StringComparer.Ordinal)
            .Where(work => work.Count() == 2)
            .Select(work => work.ToList())
            .ToList();
        if (forms.Count == 0)
        {
            return;
        }

        var table = new Table("work in two forms", "same paragraphs", "paragraphs of each");
        foreach (var (one, other) in forms.Select(work => (work[0], work[1])))
        {
            var (first, second) = (Keys(one), Keys(other));
            var same = first.Intersect(second).Count();
            table.Add($"{one.File}, {other.File}", Figure.Share(2.0 * same / (first.Count + second.Count)), $"{first.Count}, {second.Count}");
        }

        table.Write(output);
    }

    private static HashSet<string> Keys(Reading reading) => [.. reading.Paragraphs.Select(paragraph => WithoutAccents(string.Concat(PlainWords.Of(paragraph.Text))))];

    // Plain-text editions of old books write "Traite" for "Traité" and "caeteris" for "cæteris".
    private static string WithoutAccents(string text)
    {
        var folded = new char[4 * text.Length];
        return new string(folded, 0, ASCIIFoldingFilter.FoldToASCII(text.ToCharArray(), 0, folded, 0, text.Length));
    }
}
