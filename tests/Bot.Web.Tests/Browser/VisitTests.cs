using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Bot.Web.Tests.Browser;

/// <summary>The pages in a browser.</summary>
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

        // The answer's choices are before the field.
        await page.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(page.Locator("button:focus")).ToHaveCountAsync(1);
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
        Assert.Matches(@"^@misc\{[\w-]+,\n(.*\n)+  note = \{Paragraph \d+\.\d+(--\d+)?\}\n\}$", copied);
    }

    [BrowserFact]
    public async Task APhoneShowsEverythingWithoutScrollingSideways()
    {
        var page = await chromium.VisitAsync(new() { ViewportSize = new() { Width = 360, Height = 740 }, IsMobile = true, HasTouch = true });
        await AskAsync(page, Question);
        Assert.Equal(0, await page.SidewaysAsync());
        await page.GotoAsync("/r/case-for-pressure?q=sanctions");
        Assert.Equal(0, await page.SidewaysAsync());
    }

    [BrowserFact]
    public async Task ASharedReplyAppearsForTheOthers()
    {
        var (one, other) = (await chromium.VisitAsync(), await chromium.VisitAsync());
        await other.GotoAsync("/");
        await AskAsync(one, "What happened to North Korea's exports?");
        Assert.Equal(0, await other.Locator(".quote").CountAsync());

        await one.GetByRole(AriaRole.Button, new() { Name = "Share with channel" }).ClickAsync();

        await other.GetByText("Shared by guest-").Last.WaitForAsync();
    }

    [BrowserFact]
    public async Task ThePagesAreAccessible()
    {
        var page = await chromium.VisitAsync(new() { ColorScheme = ColorScheme.Light });
        await AskAsync(page, Question);
        await page.Locator(".cite summary").First.ClickAsync();
        await page.AssertNoViolationAsync();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.AssertNoViolationAsync();
        await page.GotoAsync("/r/case-for-pressure?at=4.1-3&q=sanctions#p4.1");
        await page.AssertNoViolationAsync();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.AssertNoViolationAsync();
        foreach (var address in new[] { "/r", "/sign-in" })
        {
            await page.GotoAsync(address);
            await page.AssertNoViolationAsync();
        }
    }

    private static async Task AskAsync(IPage page, string question)
    {
        await page.GotoAsync("/");
        await page.FillAsync("#words", question);
        await page.PressAsync("#words", "Enter");
        await page.Locator(".quote").First.WaitForAsync();
    }

    // Without scripts the visitor reloads until the answer is there.
    private static async Task AnsweredAsync(IPage page, int entries)
    {
        await page.Locator(".entry").Nth(entries - 1).WaitForAsync();
        while (await page.Locator(".pending a").CountAsync() > 0)
        {
            await page.Locator(".pending a").First.ClickAsync();
        }

        Assert.Equal(entries, await page.Locator(".entry:has(.reply)").CountAsync());
    }

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
