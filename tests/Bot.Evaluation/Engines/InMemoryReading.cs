using Bot.Library.Readings;

namespace Bot.Evaluation.Engines;

/// <summary>Makes readings of texts that are in no file, cut into sentences as the product cuts them.</summary>
internal static class InMemoryReading
{
    private static readonly SentenceSplitter Splitter = new();

    /// <summary>A reading without headings.</summary>
    /// <param name="id">In the form of <see cref="ReadingId"/>, unique on its shelf.</param>
    /// <param name="title">May be empty.</param>
    /// <param name="paragraphs">A text each; a blank one is a paragraph without sentences, so that numbers stay in step.</param>
    public static Reading Create(string id, string title, IEnumerable<string> paragraphs) => new()
    {
        Id = new ReadingId(id),
        Title = title,
        File = $"{id}.txt",
        Paragraphs = [.. paragraphs.Select(Paragraph)],
    };

    private static Paragraph Paragraph(string text, int index)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new Paragraph(index + 1, line, Splitter.Split(line));
    }
}
