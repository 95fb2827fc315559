using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Bot.Web.Tests.Languages;

/// <summary>The words of a page that are the program's own.</summary>
internal static partial class PageWords
{
    // What stands there of readings, members and code, and what is the same in every language.
    private const string Others =
        "[lang]:not(html), [lang]:not(html) *, pre, code, script, .brand, .me > span, .said, .place, .number, .quote mark, summary > [lang], option[value*='/']";

    private static readonly string[] Spoken = ["aria-label", "placeholder", "title", "data-failed", "data-copied", "data-broken", "data-sending", "data-too-large"];

    /// <summary>Each run of words between two tags, and what is said in attributes.</summary>
    public static IReadOnlySet<string> Of(IHtmlDocument page)
    {
        var words = page.DocumentElement.Descendants<IText>()
            .Where(text => text.ParentElement is { } parent && !parent.Matches(Others))
            .Select(text => text.Data);
        var spoken = from part in page.QuerySelectorAll("*")
                     where !part.Matches(Others)
                     from name in Spoken
                     let said = part.GetAttribute(name)
                     where said is not null
                     select said;
        return words.Concat(spoken).Select(text => text.Trim().Replace(" · Seminar Bot", "", StringComparison.Ordinal)).Where(text => Word().IsMatch(text)).ToHashSet();
    }

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();
}
