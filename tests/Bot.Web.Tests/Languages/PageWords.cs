using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Bot.Web.Tests.Languages;

/// <summary>The program's own words on a page.</summary>
internal static partial class PageWords
{
    // Texts of readings and members, code, and texts that are the same in every language.
    private const string Others =
        "[lang]:not(html), [lang]:not(html) *, pre, code, script, .brand, .me > span, .said, .place, .number, .quote mark, summary > [lang], select[name^='option.'] *";

    private static readonly string[] Spoken = ["aria-label", "placeholder", "title", "data-failed", "data-copied", "data-broken", "data-sending", "data-too-large"];

    /// <summary>The texts between tags and in attributes.</summary>
    private static HashSet<string> Of(IHtmlDocument page)
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
        return words.Concat(spoken).Select(text => text.Trim().Replace(" · Seminar Bot", "", StringComparison.Ordinal)).Where(text => Word.IsMatch(text)).ToHashSet();
    }

    /// <summary>Checks that no text of a page is English in the other languages.</summary>
    /// <param name="same">Texts that are the same in all languages, such as names, or in two of them.</param>
    /// <param name="open">Opens the page in a language.</param>
    public static async Task AssertTranslatedAsync(IEnumerable<string> same, Func<string, Task<IHtmlDocument>> open)
    {
        var english = Of(await open("en")).Except(same).ToHashSet();
        Assert.NotEmpty(english);
        foreach (var language in new[] { "de", "fr", "pt", "es" })
        {
            var page = await open(language);
            Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
            Assert.Empty(Of(page).Intersect(english));
            Assert.Empty(Misnamed(page));
        }
    }

    // For voice control, the accessible name of a button must contain its label.
    private static IEnumerable<string> Misnamed(IHtmlDocument page) =>
        from part in page.QuerySelectorAll("button, summary, a")
        let name = part.GetAttribute("aria-label")
        where name is not null && !name.Contains(part.TextContent.Trim(), StringComparison.OrdinalIgnoreCase)
        select name;

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word { get; }
}
