using Bot.Library.Readings;
using Bot.Library.Readings.Sentences;

namespace Bot.Evaluation.Engines;

/// <summary>Makes readings from texts in memory.</summary>
internal static class InMemoryReading
{
    private static readonly SentenceSplitter Splitter = new();

    /// <summary>A reading without headings, split into sentences by the product.</summary>
    /// <param name="id">The id, unique on its shelf.</param>
    /// <param name="title">May be empty.</param>
    /// <param name="paragraphs">The texts; a blank one is a paragraph without sentences, so that the numbers match.</param>
    public static Reading Create(string id, string title, IEnumerable<string> paragraphs) => Create(id, title, paragraphs, Splitter.Split);

    /// <summary>A reading with one sentence per paragraph, so that a search for sentences finds paragraphs.</summary>
    /// <inheritdoc cref="Create(string, string, IEnumerable{string})" />
    public static Reading Uncut(string id, string title, IEnumerable<string> paragraphs) =>
        Create(id, title, paragraphs, line => line.Length > 0 ? [new Sentence(0, line.Length)] : []);

    private static Reading Create(string id, string title, IEnumerable<string> paragraphs, Func<string, IReadOnlyList<Sentence>> cut) => new()
    {
        Id = new ReadingId(id),
        Title = title,
        File = $"{id}.txt",
        Paragraphs = [.. paragraphs.Select((text, index) => Paragraph(text, index, cut))],
    };

    private static Paragraph Paragraph(string text, int index, Func<string, IReadOnlyList<Sentence>> cut)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new Paragraph(index + 1, line, cut(line));
    }
}
