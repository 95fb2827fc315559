namespace Bot.Library.Readings.Formats;

/// <summary>
/// Plain text: written as such, or saved from a web page with the page's furniture around it (<see cref="PageFront"/>,
/// <see cref="PageBack"/>).
/// </summary>
internal sealed class TextFormat : IReadingFormat
{
    /// <inheritdoc />
    public IReadOnlyCollection<string> Extensions { get; } = [".txt", ".text"];

    /// <inheritdoc />
    public RawReading Read(byte[] content, CancellationToken cancellationToken)
    {
        var lines = TextParagraphs.Of(TextDecoding.Decode(content));
        cancellationToken.ThrowIfCancellationRequested();

        var front = PageFront.Read(lines);
        var back = PageBack.Read(front.Rest);
        var blocks = new List<RawBlock>(front.Standfirst.Select(text => new RawBlock(text)));
        blocks.AddRange(TextSections.Of(back.Body));
        if (back.AboutAuthor.Count > 0)
        {
            blocks.Add(new RawBlock(SectionName.AboutAuthor, IsHeading: true));
            blocks.AddRange(back.AboutAuthor.Select(text => new RawBlock(text)));
        }

        return new RawReading(blocks) { Title = front.Title, Author = front.Author ?? back.Author, Date = front.Date, Source = front.Source };
    }
}
