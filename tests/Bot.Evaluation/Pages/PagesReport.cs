using Bot.Evaluation.Files;
using Bot.Evaluation.Reports;

namespace Bot.Evaluation.Pages;

/// <summary>Measures the extraction of the main text from saved web pages.</summary>
internal static class PagesReport
{
    /// <summary>Prints the word F1 of each page and the mean, compared with taking all text.</summary>
    /// <param name="dir">A folder with a folder for each page, which contains <c>source.html</c> and <c>expected.html</c>.</param>
    /// <param name="output">Receives the table.</param>
    /// <exception cref="EvaluationException">The folder contains no page.</exception>
    public static void Run(string dir, TextWriter output)
    {
        InputFile.RequireFolder(dir);
        var pages = Directory.GetDirectories(dir)
            .Where(folder => File.Exists(Path.Combine(folder, "source.html")) && File.Exists(Path.Combine(folder, "expected.html")))
            .Order(StringComparer.Ordinal)
            .Select(folder => new SavedPage(folder))
            .ToList();
        if (pages.Count == 0)
        {
            throw new EvaluationException($"{dir} contains no folder with a source.html and an expected.html.");
        }

        Write(pages.Select(page => (page.Name, page.Measure())).ToList(), output);
    }

    private static void Write(List<(string Name, PageFigures Figures)> pages, TextWriter output)
    {
        var table = new Table("word F1", "ours", "all text");
        foreach (var (name, figures) in pages)
        {
            table.Add(name, Figure.Share(figures.Ours), Figure.Share(figures.AllText));
        }

        table.Add(
            $"mean of {pages.Count}",
            Figure.Share(pages.Average(page => page.Figures.Ours)),
            Figure.Share(pages.Average(page => page.Figures.AllText)));
        table.Write(output);
    }
}
