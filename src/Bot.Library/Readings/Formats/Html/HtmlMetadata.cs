using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Formats.Html;

/// <summary>Reads what a page says about itself.</summary>
internal static partial class HtmlMetadata
{
    private const int MaxNameLength = 120;

    private static readonly string[] DateNames =
    [
        "article:published_time", "og:article:published_time", "datepublished", "citation_publication_date", "dc.date.issued",
        "dcterms.issued", "dcterms.created", "dc.date", "parsely-pub-date", "publishdate", "pubdate", "date",
    ];

    /// <summary>Adds title, author, date and source to the text, where the page gives them.</summary>
    public static RawReading Describe(HtmlPage page, MainText main)
    {
        var (frame, body) = GutenbergFrame.Take(main.Blocks, () => page.Document.Body?.TextContent ?? "");
        var title = frame.Title ?? FindTitle(page.Document, main);
        return new RawReading(RemoveTitle(body, title))
        {
            Title = title,
            Author = frame.Author ?? FindAuthor(page.Document, main),
            LeftOut = [.. frame.LeftOut, .. LeftOutOf(page.Document)],
            Date = FindDate(page.Document) ?? DateOf(main.Article?.PublicationDate),
            Source = FindAddress(page.Document) ?? FindSiteName(page.Document, main),
        };
    }

    /// <summary>Whether the page says that nothing of it is to be left out: <c>&lt;meta name="keep" content="all"&gt;</c>.</summary>
    public static bool KeepsAll(IHtmlDocument document) => KeepLine.IsAll(ReadMeta(document, "keep"));

    /// <summary>The same for a page of which nothing is left out.</summary>
    public static RawReading DescribeWhole(HtmlPage page, MainText whole) => new(whole.Blocks)
    {
        Title = FindTitle(page.Document, whole),
        Author = FindAuthor(page.Document, whole),
        Date = FindDate(page.Document),
        Source = FindAddress(page.Document) ?? FindSiteName(page.Document, whole),
        KeepsAll = true,
    };

    private static IEnumerable<string> LeftOutOf(IHtmlDocument document)
    {
        if (document.All.Any(HtmlNoise.IsConsentDialog))
        {
            yield return LeftOutParts.CookieDialog;
        }

        if (document.QuerySelector("nav, [role=navigation]") is not null)
        {
            yield return LeftOutParts.PageMenus;
        }

        if (document.QuerySelector("figcaption") is not null)
        {
            yield return LeftOutParts.PictureCaptions;
        }
    }

    private static string? FindTitle(IHtmlDocument document, MainText main)
    {
        string?[] titles =
        [
            Folding.FoldOrNull(main.Article?.Title),
            ReadMeta(document, "og:title"),
            ReadMeta(document, "twitter:title"),
            Folding.FoldOrNull(document.Title),
            Folding.FoldOrNull(document.QuerySelector("h1")?.TextContent),
        ];
        return titles.FirstOrDefault(title => FileProperties.ReadTitle(title) is not null) is { } found ? RemoveSite(found, FindSiteName(document, main)) : null;
    }

    /// <summary>"The title | The site" is the title, where the page names the site.</summary>
    private static string RemoveSite(string title, string? site)
    {
        if (site is not null && title.Length > site.Length && title.EndsWith(site, StringComparison.OrdinalIgnoreCase))
        {
            var rest = title[..^site.Length].TrimEnd();
            var bare = rest.TrimEnd('|', '-', '–', '—', '·', '•', '«', '»', ':').TrimEnd();
            return bare.Length > 0 && bare.Length < rest.Length ? bare : title;
        }

        return title;
    }

    private static string? FindAuthor(IHtmlDocument document, MainText main)
    {
        string?[] authors =
        [
            ReadMeta(document, "author"),
            ReadMeta(document, "citation_author"),
            ReadMeta(document, "article:author"),
            Folding.FoldOrNull(main.Article?.Author),
            Folding.FoldOrNull(main.Article?.Byline),
            Folding.FoldOrNull(document.QuerySelector("[rel=author], [itemprop=author]")?.TextContent),
        ];
        var author = authors.FirstOrDefault(name => name is { Length: <= MaxNameLength } && !IsAddress(name));
        return author is null ? null : Folding.FoldOrNull(AroundName.Replace(author, ""));
    }

    private static DateOnly? FindDate(IHtmlDocument document) => DateNames
        .Select(name => Parse(ReadMeta(document, name)))
        .Append(Parse(document.QuerySelector("[itemprop=datePublished]")?.GetAttribute("content")))
        .Append(Parse(document.QuerySelector("article time[datetime], main time[datetime], time[datetime][pubdate]")?.GetAttribute("datetime")))
        .FirstOrDefault(date => date is not null);

    /// <summary>The day in the writer's own time zone, where the text gives one.</summary>
    private static DateOnly? Parse(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? DateOnly.FromDateTime(moment.DateTime)
            : null;

    private static DateOnly? DateOf(DateTime? moment) => moment is { } known ? DateOnly.FromDateTime(known) : null;

    private static string? FindAddress(IHtmlDocument document)
    {
        string?[] addresses = [document.QuerySelector("link[rel~=canonical]")?.GetAttribute("href")?.Trim(), ReadMeta(document, "og:url")];
        return addresses.FirstOrDefault(address => address is not null && IsAddress(address));
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    private static string? FindSiteName(IHtmlDocument document, MainText main) =>
        ReadMeta(document, "og:site_name") ?? ReadMeta(document, "application-name") ?? Folding.FoldOrNull(main.Article?.SiteName);

    /// <summary>The title as a heading above the text says nothing new, and would be a section of its own.</summary>
    private static IReadOnlyList<RawBlock> RemoveTitle(IReadOnlyList<RawBlock> blocks, string? title) =>
        blocks is [{ IsHeading: true } first, ..] && string.Equals(first.Text, title, StringComparison.OrdinalIgnoreCase)
            ? [.. blocks.Skip(1)]
            : blocks;

    private static string? ReadMeta(IHtmlDocument document, string name) => document.Head?
        .QuerySelectorAll("meta[content]")
        .Where(meta => Names(meta, "property", name) || Names(meta, "name", name) || Names(meta, "itemprop", name))
        .Select(meta => Folding.FoldOrNull(meta.GetAttribute("content")))
        .FirstOrDefault(content => content is not null);

    private static bool Names(IElement meta, string attribute, string name) =>
        string.Equals(meta.GetAttribute(attribute)?.Trim(), name, StringComparison.OrdinalIgnoreCase);

    /// <summary>What bylines put around a name: "By", an address in brackets, the day.</summary>
    [GeneratedRegex(
        @"^by:?\s+|\s*\((?:https?://|mailto:)[^)]*\)|[\s,|·–-]+(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+[0-9]{1,2},?\s+[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}).*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex AroundName { get; }
}
