using Bot.Library;
using Bot.Library.Readings;
using Bot.Library.Readings.Folders;
using Bot.Library.Readings.Sentences;
using Bot.Testing;

namespace Bot.Seminar.Tests;

/// <summary>Readings for tests: a few lines of text, or the shipped seeds.</summary>
internal static class TestReadings
{
    /// <summary>The shipped readings, loaded once.</summary>
    public static IReadOnlyList<Reading> Seeds { get; } = Folder(Path.Combine(Repository.Root, "seeds"));

    /// <summary>The readings of a folder.</summary>
    public static IReadOnlyList<Reading> Folder(string path) => ReadingFolder.Load(path).Readings;

    /// <summary>The reading from a file with this text.</summary>
    /// <param name="name">The file's name, with its extension.</param>
    /// <param name="text">The file's text.</param>
    public static Reading File(string name, string text)
    {
        var folder = Directory.CreateTempSubdirectory("readings");
        try
        {
            System.IO.File.WriteAllText(Path.Combine(folder.FullName, name), text);
            return Assert.Single(Folder(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A reading of these lines: <c># …</c> is a heading, any other a paragraph.</summary>
    public static Reading Of(string id, string title, params string[] lines) => Build(id, title, lines);

    /// <summary>A shelf with these readings, for lexical search only.</summary>
    public static Shelf Shelf(params IReadOnlyList<Reading> readings) => LocalModels.LexicalShelf(readings);

    private static Reading Build(string id, string title, IEnumerable<string> lines)
    {
        var splitter = new SentenceSplitter();
        var paragraphs = new List<Paragraph>();
        string? section = null;
        foreach (var line in lines)
        {
            if (line.StartsWith('#'))
            {
                section = line.TrimStart('#', ' ');
                continue;
            }

            var role = section == "References" ? ParagraphRole.Reference : ParagraphRole.Body;
            paragraphs.Add(new Paragraph(paragraphs.Count + 1, line, splitter.Split(line)) { Section = section, Role = role });
        }

        return new Reading { Id = new ReadingId(id), Title = title, File = $"{id}.md", Paragraphs = paragraphs };
    }
}
