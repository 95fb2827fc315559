using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Bot.Web.Tests.Browser;

/// <summary>What holds of every page.</summary>
internal static class PageChecks
{
    /// <summary>Has axe look for what keeps people out.</summary>
    public static async Task AssertNoViolationAsync(this IPage page)
    {
        // Axe leaves out what WCAG 2.2 added, unless it is asked to look.
        var outcome = await page.RunAxe(new AxeRunOptions { Rules = new() { ["target-size"] = new() { Enabled = true } } });
        var found = outcome.Violations.Select(violation => $"{page.Url} {violation.Id}: {string.Join(" ; ", violation.Nodes.Select(node => node.Html))}").ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    /// <summary>How many pixels a page can be scrolled sideways.</summary>
    public static Task<int> SidewaysAsync(this IPage page) =>
        page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}
