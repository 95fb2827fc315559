using Bot.Evaluation.Files;

namespace Bot.Evaluation.Reports;

/// <summary>A Markdown page that ends with the tables of a run, below a marker line.</summary>
/// <param name="path">The page.</param>
internal sealed class FiguresPage(string path)
{
    /// <summary>The marker line before the tables; the page contains it once.</summary>
    public const string Marker = "<!-- Written by the verb all, option --into: edit above this line only. -->";

    /// <summary>Checks that the page has the marker, before hours of measuring.</summary>
    /// <exception cref="EvaluationException">The page is missing or has no such line.</exception>
    public void Require() => TextAbove();

    /// <summary>Replaces the tables of the last run.</summary>
    /// <param name="day">The day of the run.</param>
    /// <param name="tables">Markdown.</param>
    /// <exception cref="EvaluationException">The page is missing, has no such line, or cannot be written.</exception>
    public void Replace(DateOnly day, string tables)
    {
        var above = TextAbove();
        using var writer = OutputFile.Create(path);
        writer.Write(above);
        writer.Write(Marker);
        writer.Write($"\n\nFrom one run on {day:yyyy-MM-dd}, the engines side by side.\n\n");
        writer.Write(tables.ReplaceLineEndings("\n").TrimEnd());
        writer.Write('\n');
    }

    private string TextAbove()
    {
        using var reader = new StreamReader(InputFile.Open(path));
        var text = reader.ReadToEnd();
        var end = text.IndexOf(Marker, StringComparison.Ordinal);
        return end >= 0 ? text[..end] : throw new EvaluationException($"{path} has no line “{Marker}”; add it where the tables should be.");
    }
}
