using AngleSharp.Dom;
using Bot.Library.Readings.Raw;
using SmartReader;

namespace Bot.Library.Readings.Formats.Html;

/// <summary>The main part of a page.</summary>
/// <param name="Blocks">Its headings and paragraphs; empty if the page has no text.</param>
internal sealed record MainText(IReadOnlyList<RawBlock> Blocks)
{
    /// <summary>Less than this share of the page's own article means that the search found only a part.</summary>
    private const double SmallShare = 1.0 / 3;

    /// <summary>An inner article with this share of the outer one's text is the text, and the rest its surroundings.</summary>
    private const double NearlyAll = 0.9;

    /// <summary>Shorter paragraphs are as likely labels, links and teasers.</summary>
    private const int ProseCharacters = 80;

    /// <summary>The search takes the square of a page's elements in time; a page with an article has some thousands at most.</summary>
    private const int MaxElements = 12_000;

    /// <summary>Articles in the main part of the page, and articles in these, may be the text; further in stand comments.</summary>
    private const int MaxOutlineDepth = 2;

    /// <summary>What the search for the text learned about title, author and date on its way; null if there was none.</summary>
    public Article? Article { get; init; }

    /// <summary>
    /// Finds the main text by its paragraphs and the names of the elements around them; if that finds little, takes the
    /// element that the page itself marks as its article or main part, and otherwise the whole body.
    /// </summary>
    public static MainText Find(HtmlPage page, CancellationToken cancellationToken)
    {
        var found = page.Document.All.Length <= MaxElements ? Search(page, cancellationToken) : new MainText([]);
        cancellationToken.ThrowIfCancellationRequested();
        var outlined = FindOutlined(page);
        if (CountProse(found.Blocks) < SmallShare * CountProse(outlined))
        {
            return found with { Blocks = outlined };
        }

        return found.Blocks.Count == 0 && page.Document.Body is { } body ? found with { Blocks = HtmlBlocks.Of(body) } : found;
    }

    private static MainText Search(HtmlPage page, CancellationToken cancellationToken)
    {
        IReadOnlyList<RawBlock> blocks = [];
        IReadOnlyList<string> containers = [];
        var copy = page.Copy(cancellationToken);

        // The library removes the styles before it returns the text, and then nothing shows what was hidden. A
        // dialog on cookies may be the longest text on the page.
        foreach (var hidden in copy.All.Where(element => HtmlNoise.IsHidden(element) || HtmlNoise.IsConsentDialog(element)).ToList())
        {
            hidden.Remove();
        }

        // The library takes a heading with an anchor such as “community” or “related” for the head of a menu.
        foreach (var heading in copy.QuerySelectorAll("h1, h2, h3, h4, h5, h6"))
        {
            heading.RemoveAttribute("id");
            heading.RemoveAttribute("class");
        }

        // The library wants an address to complete links with; they are not used, and nothing is ever fetched from it.
        // The classes of the elements show verse, notes and page numbers.
        var reader = new Reader("https://reading.invalid/", copy) { KeepClasses = true };
        reader.AddCustomOperationEnd(element => (blocks, containers) = (HtmlBlocks.Of(element), HtmlParts.NameContainers(element)));
        var article = reader.GetArticle();
        return new MainText([.. blocks, .. HtmlParts.FindOthers(page.Document, containers, blocks)]) { Article = article };
    }

    private static IReadOnlyList<RawBlock> FindOutlined(HtmlPage page)
    {
        var candidates = page.Document.QuerySelectorAll("article, main, [role=main]")
            .Where(element => element.Closest("aside, nav, footer, [hidden]") is null && CountAround(element) <= MaxOutlineDepth)
            .Select(HtmlBlocks.Of)
            .Select(blocks => (Blocks: blocks, Prose: CountProse(blocks)))
            .ToList();
        var most = candidates.Select(candidate => candidate.Prose).DefaultIfEmpty().Max();
        return candidates.LastOrDefault(candidate => candidate.Prose >= NearlyAll * most).Blocks ?? [];
    }

    private static int CountAround(IElement element) =>
        element.Ancestors<IElement>().Count(ancestor => ancestor.LocalName is "article" or "main" || ancestor.GetAttribute("role") == "main");

    private static int CountProse(IReadOnlyList<RawBlock> blocks) =>
        blocks.Where(block => !block.IsHeading && block.Text.Length >= ProseCharacters).Sum(block => block.Text.Length);
}
