using System.Text.Json.Nodes;

namespace Bot.Slack.Rendering;

/// <summary>Renders quotes: the bot's remark, the quoted text with a bar, and the source; and points with a source.</summary>
internal static class QuoteRenderer
{
    /// <summary>One block for consecutive quotes.</summary>
    public static JsonObject Render(IReadOnlyList<QuoteBlock> run)
    {
        var parts = new List<JsonObject> { BlockKit.Quote(RenderWords(QuoteRun.JoinText(run))), BlockKit.Section(RenderSource(QuoteRun.JoinCitations(run))) };
        if (run[0].Note is { } note)
        {
            parts.Insert(0, BlockKit.Section(BlockKit.Run(note, "italic")));
        }

        return BlockKit.RichText(parts);
    }

    /// <summary>The section of one point.</summary>
    public static JsonObject Render(Point point)
    {
        var said = point.Message is { } message ? BlockKit.Link(point.Text, message) : BlockKit.Run(point.Text);
        var remark = point.Remark.Length > 0 ? [BlockKit.Run($" {point.Remark}")] : Array.Empty<JsonObject>();
        return BlockKit.Section([said, .. remark, .. point.Place is { } place ? RenderSource(place).Prepend(BlockKit.Run("\n")) : []]);
    }

    private static IEnumerable<JsonObject> RenderWords(QuoteText quote)
    {
        var at = 0;
        foreach (var mark in quote.Marks)
        {
            if (mark.Start > at)
            {
                yield return BlockKit.Run(quote.Text[at..mark.Start]);
            }

            yield return BlockKit.Run(quote.Text[mark.Start..mark.End], "bold");
            at = mark.End;
        }

        if (at < quote.Text.Length)
        {
            yield return BlockKit.Run(quote.Text[at..]);
        }
    }

    // The title links to the reading; without a title, the place does.
    private static IEnumerable<JsonObject> RenderSource(Citation citation)
    {
        var source = QuoteRun.DescribeSource(citation);
        var linked = citation.IsReadingKnown ? citation.Label : citation.ShortTitle;
        var at = source.IndexOf(linked, StringComparison.Ordinal);
        return citation.Link is { } link && linked.Length > 0 && at >= 0
            ? [BlockKit.Run($"— {source[..at]}"), BlockKit.Link(linked, link), .. RenderRest(source[(at + linked.Length)..])]
            : [BlockKit.Run($"— {source}")];
    }

    // Slack refuses an empty run.
    private static IEnumerable<JsonObject> RenderRest(string text) => text.Length > 0 ? [BlockKit.Run(text)] : [];
}
