namespace Bot.Library.Readings;

/// <summary>An assigned text, cut into numbered paragraphs and sentences. Immutable.</summary>
public sealed record Reading
{
    /// <summary>The name that people type.</summary>
    public required ReadingId Id { get; init; }

    /// <summary>The title the file gives; made from the file's name where it gives none.</summary>
    public required string Title { get; init; }

    /// <summary>Who wrote it, where the file says so.</summary>
    public string? Author { get; init; }

    /// <summary>When it was published, where the file says so.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The language that most of it is written in.</summary>
    public ReadingLanguage Language { get; init; }

    /// <summary>Where it was published, as the file says; an address or a reference.</summary>
    public string? Source { get; init; }

    /// <summary>The file's path below its folder, with <c>/</c> between the parts.</summary>
    public required string File { get; init; }

    /// <summary>Every paragraph in reading order; the one at index i has the number i + 1.</summary>
    public required IReadOnlyList<Paragraph> Paragraphs { get; init; }

    /// <summary>The headings in reading order, each once for each run of paragraphs under it.</summary>
    public IEnumerable<string> Sections
    {
        get
        {
            string? last = null;
            foreach (var paragraph in Paragraphs)
            {
                if (paragraph.Section is { } section && section != last)
                {
                    yield return section;
                }

                last = paragraph.Section;
            }
        }
    }

    /// <summary>The paragraph with this number, or null where the reading has none.</summary>
    public Paragraph? Find(int number) => number >= 1 && number <= Paragraphs.Count ? Paragraphs[number - 1] : null;
}
