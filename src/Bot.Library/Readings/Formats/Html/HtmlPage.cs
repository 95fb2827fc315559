using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Formats.Html;

/// <summary>A parsed page, and copies of it for code that changes it.</summary>
/// <param name="Text">The page's source.</param>
/// <param name="Document">The page; do not change it.</param>
internal sealed record HtmlPage(string Text, IHtmlDocument Document)
{
    /// <summary>
    /// Browsers stop at 512; a page that people write stays below 100. Everything that walks the tree may recurse this deep.
    /// </summary>
    private const int MaxDepth = 256;

    /// <summary>Parses a page without scripts and without a network.</summary>
    /// <exception cref="UnreadableFileException">Elements are nested too deep.</exception>
    public static HtmlPage Parse(string text, CancellationToken cancellationToken) => new(text, ParseDocument(text, cancellationToken));

    /// <summary>A new copy of the page, which may be changed.</summary>
    public IHtmlDocument Copy(CancellationToken cancellationToken) => ParseDocument(Text, cancellationToken);

    private static IHtmlDocument ParseDocument(string text, CancellationToken cancellationToken)
    {
        var created = 0;
        INode? last = null;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            SkipComments = true,
            DisableElementPositionTracking = true,
            OnCreated = (element, _) =>
            {
                if (++created % 1000 == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                // An element gets its place only after this call, so the one before it is looked at.
                RefuseDepth(last);
                last = element;
            },
        });
        return parser.ParseDocument(text);
    }

    private static void RefuseDepth(INode? element)
    {
        var depth = 0;
        for (var parent = element?.Parent; parent is not null; parent = parent.Parent)
        {
            if (++depth > MaxDepth)
            {
                throw new UnreadableFileException(
                    $"the page nests elements more than {MaxDepth} deep, which no real page does; save its text as .txt");
            }
        }
    }
}
