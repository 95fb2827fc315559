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
        var (frame, body) = GutenbergFrame.Take(main.Blocks);
        var title = frame.Title ?? Title(page.Document, main);
        return new RawReading(WithoutTitle(body, title))
        {
            Title = title,
            Author = frame.Author ?? Author(page.Document, main),
            LeftOut = [.. frame.LeftOut, .. LeftOutOf(page.Document)],
            Date = Date(page.Document) ?? DateOf(main.Article?.PublicationDate),
            Source = Address(page.Document) ?? SiteName(page.Document, main),
        };
    }

    /// <summary>Whether the page says that nothing of it is to be left out: <c>&lt;meta name="keep" content="all"&gt;</c>.</summary>
    public static bool KeepsAll(IHtmlDocument document) => KeepLine.IsAll(Meta(document, "keep"));

    /// <summary>The same for a page of which nothing is left out.</summary>
    public static RawReading DescribeWhole(HtmlPage page, MainText whole) => new(whole.Blocks)
    {
        Title = Title(page.Document, whole),
        Author = Author(page.Document, whole),
        Date = Date(page.Document),
        Source = Address(page.Document) ?? SiteName(page.Document, whole),
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

    private static string? Title(IHtmlDocument document, MainText main)
    {
        string?[] titles =
        [
            Filled(main.Article?.Title),
            Meta(document, "og:title"),
            Meta(document, "twitter:title"),
            Filled(document.Title),
            Filled(document.QuerySelector("h1")?.TextContent),
        ];
        return titles.FirstOrDefault(title => FileProperties.Title(title) is not null) is { } found ? WithoutSite(found, SiteName(document, main)) : null;
    }

    /// <summary>"The title | The site" is the title, where the page names the site.</summary>
    private static string WithoutSite(string title, string? site)
    {
        if (site is not null && title.Length > site.Length && title.EndsWith(site, StringComparison.OrdinalIgnoreCase))
        {
            var rest = title[..^site.Length].TrimEnd();
            var bare = rest.TrimEnd('|', '-', '–', '—', '·', '•', '«', '»', ':').TrimEnd();
            return bare.Length > 0 && bare.Length < rest.Length ? bare : title;
        }

        return title;
    }

    private static string? Author(IHtmlDocument document, MainText main)
    {
        string?[] authors =
        [
            Meta(document, "author"),
            Meta(document, "citation_author"),
            Meta(document, "article:author"),
            Filled(main.Article?.Author),
            Filled(main.Article?.Byline),
            Filled(document.QuerySelector("[rel=author], [itemprop=author]")?.TextContent),
        ];
        var author = authors.FirstOrDefault(name => name is { Length: <= MaxNameLength } && !IsAddress(name));
        return author is null ? null : Filled(AroundName().Replace(author, ""));
    }

    private static DateOnly? Date(IHtmlDocument document) => DateNames
        .Select(name => Parse(Meta(document, name)))
        .Append(Parse(document.QuerySelector("[itemprop=datePublished]")?.GetAttribute("content")))
        .Append(Parse(document.QuerySelector("article time[datetime], main time[datetime], time[datetime][pubdate]")?.GetAttribute("datetime")))
        .FirstOrDefault(date => date is not null);

    /// <summary>The day in the writer's own time zone, where the text gives one.</summary>
    private static DateOnly? Parse(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? DateOnly.FromDateTime(moment.DateTime)
            : null;

    private static DateOnly? DateOf(DateTime? moment) => moment is { } known ? DateOnly.FromDateTime(known) : null;

    private static string? Address(IHtmlDocument document)
    {
        string?[] addresses = [document.QuerySelector("link[rel~=canonical]")?.GetAttribute("href")?.Trim(), Meta(document, "og:url")];
        return addresses.FirstOrDefault(address => address is not null && IsAddress(address));
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    private static string? SiteName(IHtmlDocument document, MainText main) =>
        Meta(document, "og:site_name") ?? Meta(document, "application-name") ?? Filled(main.Article?.SiteName);

    /// <summary>The title as a heading above the text says nothing new, and would be a section of its own.</summary>
    private static IReadOnlyList<RawBlock> WithoutTitle(IReadOnlyList<RawBlock> blocks, string? title) =>
        blocks is [{ IsHeading: true } first, ..] && string.Equals(first.Text, title, StringComparison.OrdinalIgnoreCase)
            ? [.. blocks.Skip(1)]
            : blocks;

    private static string? Meta(IHtmlDocument document, string name) => document.Head?
        .QuerySelectorAll("meta[content]")
        .Where(meta => Names(meta, "property", name) || Names(meta, "name", name) || Names(meta, "itemprop", name))
        .Select(meta => Filled(meta.GetAttribute("content")))
        .FirstOrDefault(content => content is not null);

    private static bool Names(IElement meta, string attribute, string name) =>
        string.Equals(meta.GetAttribute(attribute)?.Trim(), name, StringComparison.OrdinalIgnoreCase);

    private static string? Filled(string? text) => text is not null && Folding.Fold(text) is { Length: > 0 } folded ? folded : null;

    /// <summary>What bylines put around a name: "By", an address in brackets, the day.</summary>
    [GeneratedRegex(
        @"^by:?\s+|\s*\((?:https?://|mailto:)[^)]*\)|[\s,|·–-]+(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+[0-9]{1,2},?\s+[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}).*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex AroundName();
}
