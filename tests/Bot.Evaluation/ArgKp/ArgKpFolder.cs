using System.Globalization;
using Bot.Evaluation.Files;
using Microsoft.VisualBasic.FileIO;

namespace Bot.Evaluation.ArgKp;

/// <summary>An argument or a key point.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Text">One or two sentences.</param>
/// <param name="Side">Its topic and stance.</param>
internal sealed record Statement(string Id, string Text, TopicSide Side);

/// <summary>One side of one topic.</summary>
/// <param name="Topic">A motion.</param>
/// <param name="Stance">1 for, -1 against.</param>
internal readonly record struct TopicSide(string Topic, int Stance);

/// <summary>
/// IBM's ArgKP: arguments, key points that summarise them, and labels of matching pairs. Pairs without agreement of the annotators have no label.
/// </summary>
internal sealed class ArgKpFolder
{
    private ArgKpFolder()
    {
    }

    public required IReadOnlyList<Statement> Arguments { get; init; }

    public required IReadOnlyList<Statement> KeyPoints { get; init; }

    /// <summary>Whether an argument matches a key point; undecided pairs are missing.</summary>
    public required IReadOnlyDictionary<(string Argument, string KeyPoint), bool> Labels { get; init; }

    /// <summary>Reads the three tables of a split.</summary>
    /// <exception cref="EvaluationException">A file is missing or malformed.</exception>
    public static ArgKpFolder Open(string folder, string split)
    {
        InputFile.RequireFolder(folder);
        return new ArgKpFolder
        {
            Arguments = Statements(Path.Combine(folder, $"arguments_{split}.csv")),
            KeyPoints = Statements(Path.Combine(folder, $"key_points_{split}.csv")),
            Labels = Read(Path.Combine(folder, $"labels_{split}.csv"), Label, columns: 3).DistinctBy(label => label.Key).ToDictionary(),
        };
    }

    private static List<Statement> Statements(string path) =>
        Read(path, cells => new Statement(cells[0], cells[1], new TopicSide(cells[2], Number(cells[3]))), columns: 4);

    private static KeyValuePair<(string, string), bool> Label(string[] cells) => new((cells[0], cells[1]), Number(cells[2]) == 1);

    private static List<T> Read<T>(string path, Func<string[], T> read, int columns)
    {
        using var parser = new TextFieldParser(InputFile.Open(path)) { Delimiters = [","], HasFieldsEnclosedInQuotes = true };
        var rows = new List<T>();
        while (!parser.EndOfData)
        {
            var number = parser.LineNumber;
            try
            {
                var cells = parser.ReadFields() ?? [];
                if (cells.Length != columns)
                {
                    throw new FormatException($"{columns} columns were expected");
                }

                if (number > 1)
                {
                    rows.Add(read(cells));
                }
            }
            catch (Exception malformed) when (malformed is MalformedLineException or FormatException)
            {
                throw EvaluationException.AtLine(path, number, malformed.Message);
            }
        }

        return rows;
    }

    private static int Number(string cell) => int.Parse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
