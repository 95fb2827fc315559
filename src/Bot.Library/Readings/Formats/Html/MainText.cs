using SmartReader;

namespace Bot.Library.Readings.Formats.Html;

/// <summary>The part of a page that a reader came for.</summary>
/// <param name="Blocks">Its headings and paragraphs; empty where the page has no text.</param>
internal sealed record MainText(IReadOnlyList<RawBlock> Blocks)
{
    /// <summary>What the search for the text learned about title, author and date on its way; null where it gave up.</summary>
    public Article? Article { get; init; }

    /// <summary>Finds the main text by its paragraphs and the names of the elements around them, else by the page's own outline.</summary>
    public static MainText Find(HtmlPage page, CancellationToken cancellationToken)
    {
        var found = FindArticle(page, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return found;
    }

    private static MainText FindArticle(HtmlPage page, CancellationToken cancellationToken)
    {
        IReadOnlyList<RawBlock> blocks = [];
        var reader = new Reader("https://reading.invalid/", page.Copy(cancellationToken));
        reader.AddCustomOperationEnd(element => blocks = HtmlBlocks.Of(element));
        var article = reader.GetArticle();
        return new MainText(blocks) { Article = article };
    }
}
