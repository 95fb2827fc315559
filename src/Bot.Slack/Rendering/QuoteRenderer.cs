using System.Text.Json.Nodes;
using Bot.Chat;

namespace Bot.Slack.Rendering;

/// <summary>Lays out quotes: what the bot says of them, the words behind a bar, and where they stand.</summary>
internal static class QuoteRenderer
{
    /// <summary>One block for quotes that read on from one another.</summary>
    public static JsonObject Render(IReadOnlyList<QuoteBlock> run)
    {
        var words = run.SelectMany((quote, i) => i == 0 ? Words(quote) : Words(quote).Prepend(BlockKit.Run("\n")));
        var parts = new List<JsonObject> { BlockKit.Quote(words), BlockKit.Section(Source(run)) };
        if (run[0].Note is { } note)
        {
            parts.Insert(0, BlockKit.Section(BlockKit.Run(note, "italic")));
        }

        return BlockKit.RichText(parts);
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

    private static IEnumerable<JsonObject> Source(IReadOnlyList<QuoteBlock> run)
    {
        var (citation, source) = (run[0].Citation, QuoteRun.Source(run));
        return citation.Link is { } link && source.StartsWith(citation.Title, StringComparison.Ordinal) && citation.Title.Length > 0
            ? [BlockKit.Run("— "), BlockKit.Link(citation.Title, link), BlockKit.Run(source[citation.Title.Length..])]
            : [BlockKit.Run($"— {source}")];
    }
}
