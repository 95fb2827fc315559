using System.Text.Json.Nodes;
using Bot.Chat;

namespace Bot.Slack.Rendering;

/// <summary>Lays out quotes: what the bot says of them, the words behind a bar, and where they stand; and points that lean on a place.</summary>
internal static class QuoteRenderer
{
    /// <summary>One block for quotes that read on from one another.</summary>
    public static JsonObject Render(IReadOnlyList<QuoteBlock> run)
    {
        var parts = new List<JsonObject> { BlockKit.Quote(Words(QuoteRun.Text(run))), BlockKit.Section(Source(QuoteRun.Whole(run))) };
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

    private static IEnumerable<JsonObject> Words(QuoteText quote)
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

    // The title leads to the reading; where it is not said, the place does.
    private static IEnumerable<JsonObject> Source(Citation citation)
    {
        var source = QuoteRun.Source(citation);
        var linked = citation.IsReadingKnown ? citation.Label : citation.ShortTitle;
        var at = source.IndexOf(linked, StringComparison.Ordinal);
        return citation.Link is { } link && linked.Length > 0 && at >= 0
            ? [BlockKit.Run($"— {source[..at]}"), BlockKit.Link(linked, link), .. Rest(source[(at + linked.Length)..])]
            : [BlockKit.Run($"— {source}")];
    }

    // Slack refuses a run without a character.
    private static IEnumerable<JsonObject> Rest(string text) => text.Length > 0 ? [BlockKit.Run(text)] : [];
}
