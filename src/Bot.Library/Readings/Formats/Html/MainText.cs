using SmartReader;

namespace Bot.Library.Readings.Formats.Html;

/// <summary>The part of a page that a reader came for.</summary>
/// <param name="Blocks">Its headings and paragraphs; empty where the page has no text.</param>
/// <param name="Article">What the search for the text learned about title, author and date on its way.</param>
internal sealed record MainText(IReadOnlyList<RawBlock> Blocks, Article Article)
{
    /// <summary>Less than this share of the page's own article means that the search took a part for the whole.</summary>
    private const double SmallShare = 1.0 / 3;

    /// <summary>Shorter paragraphs are as likely labels, links and teasers.</summary>
    private const int ProseCharacters = 80;

    /// <summary>
    /// Finds the main text by its paragraphs and the names of the elements around them; where that finds little, takes the
    /// element that the page itself calls its article or main part, and at last the whole body.
    /// </summary>
    public static MainText Find(HtmlPage page, CancellationToken cancellationToken)
    {
        var found = Search(page, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (Outlined(page) is { } outlined && Prose(found.Blocks) < SmallShare * Prose(outlined))
        {
            return found with { Blocks = outlined };
        }

        return found.Blocks.Count == 0 && page.Document.Body is { } body ? found with { Blocks = HtmlBlocks.Of(body) } : found;
    }

    private static MainText Search(HtmlPage page, CancellationToken cancellationToken)
    {
        IReadOnlyList<RawBlock> blocks = [];
        var copy = page.Copy(cancellationToken);

        // The library takes the styles off before it hands the text back, and with them the knowledge of what is hidden.
        foreach (var hidden in copy.All.Where(HtmlNoise.IsHidden).ToList())
        {
            hidden.Remove();
        }

        // The library wants an address to complete links with; they are not used, and nothing is ever fetched from it.
        var reader = new Reader("https://reading.invalid/", copy);
        reader.AddCustomOperationEnd(element => blocks = HtmlBlocks.Of(element));
        var article = reader.GetArticle();
        return new MainText(blocks, article);
    }

    private static IReadOnlyList<RawBlock>? Outlined(HtmlPage page) => page.Document
        .QuerySelectorAll("article, main, [role=main]")
        .Where(element => element.Closest("aside, nav, footer, [hidden]") is null)
        .Select(HtmlBlocks.Of)
        .MaxBy(Prose);

    private static int Prose(IReadOnlyList<RawBlock> blocks) =>
        blocks.Where(block => !block.IsHeading && block.Text.Length >= ProseCharacters).Sum(block => block.Text.Length);
}
