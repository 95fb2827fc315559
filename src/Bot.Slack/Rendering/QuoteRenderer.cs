using System.Text.Json.Nodes;
using Bot.Chat;

namespace Bot.Slack.Rendering;

/// <summary>Lays out quotes: what the bot says of them, the words behind a bar, and where they stand; and points that lean on a place.</summary>
internal static class QuoteRenderer
{
    /// <summary>One block for quotes that read on from one another.</summary>
    public static JsonObject Render(IReadOnlyList<QuoteBlock> run)
    {
        var words = run.SelectMany((quote, i) => i == 0 ? Words(quote) : Words(quote).Prepend(BlockKit.Run("\n")));
        var parts = new List<JsonObject> { BlockKit.Quote(words), BlockKit.Section(Source(QuoteRun.Whole(run))) };
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
        return BlockKit.Section([said, .. remark, .. point.Place is { } place ? Source(place).Prepend(BlockKit.Run("\n")) : []]);
    }

    private static IEnumerable<JsonObject> Words(QuoteBlock quote)
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

    private static IEnumerable<JsonObject> Source(Citation citation)
    {
        var source = QuoteRun.Source(citation);
        return citation.Link is { } link && source.StartsWith(citation.Title, StringComparison.Ordinal) && citation.Title.Length > 0
            ? [BlockKit.Run("— "), BlockKit.Link(citation.Title, link), BlockKit.Run(source[citation.Title.Length..])]
            : [BlockKit.Run($"— {source}")];
    }
}
