using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Bot.Web.Tests.Browser;

/// <summary>Checks for every page.</summary>
internal static class PageChecks
{
    /// <summary>Checks the page's accessibility with axe.</summary>
    public static async Task AssertNoViolationAsync(this IPage page)
    {
        // By default axe does not check the additions of WCAG 2.2.
        var outcome = await page.RunAxe(new AxeRunOptions { Rules = new() { ["target-size"] = new() { Enabled = true } } });
        var found = outcome.Violations.Select(violation => $"{page.Url} {violation.Id}: {string.Join(" ; ", violation.Nodes.Select(node => node.Html))}").ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    /// <summary>How many pixels a page can scroll horizontally.</summary>
    public static Task<int> SidewaysAsync(this IPage page) =>
        page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}
