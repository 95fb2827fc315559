using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Bot.Library.Readings.Formats.Html;

/// <summary>Recognises the parts of a page that are not its text.</summary>
internal static partial class HtmlNoise
{
    private static readonly HashSet<string> NoiseTags =
    [
        "aside", "audio", "button", "canvas", "datalist", "dialog", "embed", "figcaption", "head", "iframe", "input", "math", "menu",
        "meter", "nav", "noscript", "object", "option", "progress", "rp", "rt", "script", "select", "style", "svg", "template",
        "textarea", "title", "video",
    ];

    private static readonly HashSet<string> NoiseRoles =
        ["alert", "alertdialog", "banner", "button", "complementary", "contentinfo", "dialog", "menu", "menubar", "navigation", "search", "toolbar"];

    /// <summary>Whether an element, with all its content, is left out: not shown, a control, a caption, or the frame around the text.</summary>
    public static bool Is(IElement element) =>
        NoiseTags.Contains(element.LocalName)
        || (element.GetAttribute("role") is { } role && NoiseRoles.Contains(role.Trim()))
        || IsHidden(element)
        || IsFrame(element)
        || IsConsentDialog(element);

    /// <summary>
    /// Whether an element asks for consent to cookies. Pages often leave out that it is a dialog, and its text may be longer than the article;
    /// its name and its words show it.
    /// </summary>
    public static bool IsConsentDialog(IElement element) =>
        element.LocalName is "div" or "section" or "form" or "p" or "ul"
        && (ConsentName.IsMatch(element.Id ?? "") || element.ClassList.Any(name => ConsentName.IsMatch(name)))
        && element.QuerySelector("main, article, [role=main], h1") is null
        && Consent.IsMatch(element.TextContent);

    /// <summary>Whether an element is not shown. The body is: pages that hide it do so only until their scripts have run.</summary>
    public static bool IsHidden(IElement element) =>
        element.LocalName is not ("html" or "body")
        && (element.HasAttribute("hidden")
            || element.GetAttribute("aria-hidden") == "true"
            || (element.GetAttribute("style") is { } style && NotShown.IsMatch(style)));

    /// <summary>The header or footer of the page; inside an article a header holds its title, inside a quotation a footer its author.</summary>
    private static bool IsFrame(IElement element) => element.LocalName switch
    {
        "footer" => element.Closest("blockquote") is null,
        "header" => element.Closest("article, main, [role=main]") is null && element.QuerySelector("h1") is null,
        _ => false,
    };

    [GeneratedRegex("cookie|consent|gdpr|ccpa|onetrust|didomi|usercentrics|truste|cmp-", RegexOptions.IgnoreCase)]
    private static partial Regex ConsentName { get; }

    [GeneratedRegex(@"\b(?:cookies?|tracking)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Consent { get; }

    [GeneratedRegex(@"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", RegexOptions.IgnoreCase)]
    private static partial Regex NotShown { get; }
}
