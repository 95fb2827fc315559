using Markdig;

namespace Bot.Library.Readings.Formats;

/// <summary>Markdown, with a YAML header where there is one.</summary>
internal sealed class MarkdownFormat : IReadingFormat
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseGridTables().UseFootnotes().UseTaskLists().UseEmphasisExtras().UseAutoLinks().UseDefinitionLists()
        .Build();

    public IReadOnlyCollection<string> Extensions { get; } = [".md", ".markdown"];

    public RawReading Read(byte[] content, CancellationToken cancellationToken)
    {
        var text = TextDecoding.Decode(content) ?? throw TextDecoding.Binary();
        var header = MarkdownHeader.Read(text);
        var blocks = MarkdownBlocks.Of(Markdown.Parse(header.Body, Pipeline));
        var title = header["title"];
        if (blocks is [{ Level: 1 } first, ..] && (title is null || PlainText.Key(title) == PlainText.Key(first.Text)))
        {
            title ??= first.Text;
            blocks.RemoveAt(0);
        }

        return new RawReading(blocks)
        {
            Title = title,
            Author = header["author", "authors", "by"],
            Date = DateText.Parse(header["date", "published"]),
            Source = header["source", "url", "link", "publication"],
        };
    }
}
