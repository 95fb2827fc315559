using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Bot.Web.Tests.Browser;

/// <summary>The pages as people meet them, in a browser.</summary>
[Collection(nameof(Chromium))]
public sealed class VisitTests(Chromium chromium)
{
    private const string Question = "Have sanctions worked?";

    [BrowserFact]
    public async Task AFirstVisitLeadsToACitedAnswerAndTheSentenceInItsReading()
    {
        var page = await chromium.VisitAsync();
        var complaints = Complaints(page);
        await page.GotoAsync("/");
        await page.GetByLabel("Question or command").FillAsync(Question);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        var quote = page.Locator(".quote").First;
        await quote.WaitForAsync();
        var words = await quote.Locator("blockquote p").First.InnerTextAsync();
        await quote.Locator("a.place").ClickAsync();
        await page.Locator("article .quoted").First.WaitForAsync();

        Assert.Equal(words, string.Join(' ', await page.Locator("article .quoted").AllInnerTextsAsync()));
        Assert.Contains("#p", page.Url, StringComparison.Ordinal);
        Assert.InRange((await page.Locator("article").BoundingBoxAsync())?.Width ?? 0, 500, 800);
        Assert.Empty(complaints);
    }

    [BrowserFact]
    public async Task WithoutScriptsAQuestionIsAnsweredAndAButtonGoesOn()
    {
        var page = await chromium.VisitAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync("/c/week-2");
        await page.FillAsync("#words", Question);
        await page.PressAsync("#words", "Enter");
        await AnsweredAsync(page, 1);
        await page.Locator(".entry .choices button").First.ClickAsync();
        await AnsweredAsync(page, 2);

        Assert.Contains("Show ¶", await page.Locator(".entry").Nth(1).Locator(".asked").InnerTextAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task TheKeyboardIsEnough()
    {
        var page = await chromium.VisitAsync();
        await page.GotoAsync("/");
        await page.Locator("#words").FocusAsync();
        await page.Keyboard.TypeAsync("/summary case-for-pre");
        await page.Locator("#suggestions li").First.WaitForAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("#words")).ToHaveValueAsync("/summary case-for-pressure ");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".quote").First.WaitForAsync();

        Assert.Equal("words", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(page.Locator("#words")).ToHaveValueAsync(new Regex("^/summary case-for-pressure ?$"));

        // Backwards from the field stands what the answer offers.
        await page.Keyboard.PressAsync("Shift+Tab");
        Assert.Equal("BUTTON", await page.EvaluateAsync<string>("document.activeElement.tagName"));
    }

    [BrowserFact]
    public async Task AnswersAreCopiedAsCitations()
    {
        var page = await chromium.VisitAsync(new() { Permissions = ["clipboard-read", "clipboard-write"] });
        await AskAsync(page, Question);
        await page.Locator(".cite summary").First.ClickAsync();
        await page.Locator(".cite").First.GetByRole(AriaRole.Button, new() { Name = "Copy as BibTeX" }).ClickAsync();

        await page.GetByText("Copied.").WaitForAsync();
        var copied = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Matches(@"^@misc\{case-for-\w+,\n(.*\n)+  note = \{Paragraph \d+\.\d+(--\d+)?\}\n\}$", copied);
    }

    [BrowserFact]
    public async Task APhoneShowsEverythingWithoutScrollingSideways()
    {
        var page = await chromium.VisitAsync(new() { ViewportSize = new() { Width = 360, Height = 740 }, IsMobile = true, HasTouch = true });
        await AskAsync(page, Question);
        Assert.Equal(0, await SidewaysAsync(page));
        await page.GotoAsync("/r/case-for-pressure?q=sanctions");
        Assert.Equal(0, await SidewaysAsync(page));
    }

    [BrowserFact]
    public async Task WhatSomebodySharesAppearsInFrontOfTheOthers()
    {
        var (one, other) = (await chromium.VisitAsync(), await chromium.VisitAsync());
        await other.GotoAsync("/");
        await AskAsync(one, "What happened to North Korea's exports?");
        Assert.Equal(0, await other.Locator(".quote").CountAsync());

        await one.GetByRole(AriaRole.Button, new() { Name = "Share with channel" }).ClickAsync();

        await other.GetByText("Shared by guest-").Last.WaitForAsync();
    }

    [BrowserFact]
    public async Task NobodyIsKeptOutByHowPagesAreMade()
    {
        var page = await chromium.VisitAsync(new() { ColorScheme = ColorScheme.Light });
        await AskAsync(page, Question);
        await page.Locator(".cite summary").First.ClickAsync();
        await AssertNoViolationAsync(page);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await AssertNoViolationAsync(page);
        await page.GotoAsync("/r/case-for-pressure?at=4.1-3&q=sanctions#p4.1");
        await AssertNoViolationAsync(page);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await AssertNoViolationAsync(page);
        foreach (var address in new[] { "/r", "/sign-in" })
        {
            await page.GotoAsync(address);
            await AssertNoViolationAsync(page);
        }
    }

    [BrowserFact]
    public async Task ATeacherSignsInAndSchedulesDebates()
    {
        var page = await chromium.VisitAsync();
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Password").FillAsync("not the teacher's");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("That password is not the right one.").WaitForAsync();
        await page.GetByLabel("Password").FillAsync(Chromium.TeacherPassword);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Desk" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "# week-2" }).Last.ClickAsync();
        await page.GetByLabel("Time", new() { Exact = true }).FillAsync("09:00");
        await page.GetByLabel("Time zone").FillAsync("Europe/Lisbon");
        await page.GetByRole(AriaRole.Button, new() { Name = "Schedule" }).ClickAsync();
        await page.Locator("#log .entry .reply").First.WaitForAsync();
        await page.GotoAsync("/desk/week-2");

        Assert.Contains("09:00 Europe/Lisbon", await page.Locator(".desk .reply").First.InnerTextAsync(), StringComparison.Ordinal);
        await AssertNoViolationAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "The next two weeks" }).ClickAsync();
        await page.GetByText("/debate preview").First.WaitForAsync();
    }

    private static async Task AskAsync(IPage page, string question)
    {
        await page.GotoAsync("/");
        await page.FillAsync("#words", question);
        await page.PressAsync("#words", "Enter");
        await page.Locator(".quote").First.WaitForAsync();
    }

    // Without scripts somebody presses the link until the answer is there.
    private static async Task AnsweredAsync(IPage page, int entries)
    {
        await page.Locator(".entry").Nth(entries - 1).WaitForAsync();
        while (await page.Locator(".pending a").CountAsync() > 0)
        {
            await page.Locator(".pending a").First.ClickAsync();
        }

        Assert.Equal(entries, await page.Locator(".entry:has(.reply)").CountAsync());
    }

    private static async Task AssertNoViolationAsync(IPage page)
    {
        // Axe leaves out what WCAG 2.2 added, unless it is asked to look.
        var outcome = await page.RunAxe(new AxeRunOptions { Rules = new() { ["target-size"] = new() { Enabled = true } } });
        Assert.Empty(outcome.Violations.Select(violation => $"{violation.Id}: {string.Join(" ; ", violation.Nodes.Select(node => node.Html))}"));
    }

    private static Task<int> SidewaysAsync(IPage page) =>
        page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    private static List<string> Complaints(IPage page)
    {
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, problem) => complaints.Add(problem);
        return complaints;
    }
}
