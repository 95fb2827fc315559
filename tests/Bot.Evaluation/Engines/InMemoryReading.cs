using Bot.Library.Readings;
using Bot.Library.Readings.Sentences;

namespace Bot.Evaluation.Engines;

/// <summary>Makes readings of texts that are in no file.</summary>
internal static class InMemoryReading
{
    private static readonly SentenceSplitter Splitter = new();

    /// <summary>A reading without headings, cut into sentences as the product cuts them.</summary>
    /// <param name="id">In the form of <see cref="ReadingId"/>, unique on its shelf.</param>
    /// <param name="title">May be empty.</param>
    /// <param name="paragraphs">A text each; a blank one is a paragraph without sentences, so that numbers stay in step.</param>
    public static Reading Create(string id, string title, IEnumerable<string> paragraphs) => Create(id, title, paragraphs, Splitter.Split);

    /// <summary>A reading whose every paragraph is one sentence, however long: what finds sentences finds paragraphs in it.</summary>
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
