using Bot.Web.Desk;
using Microsoft.Playwright;

namespace Bot.Web.Tests.Browser;

/// <summary>The teacher's desk and a vote in a browser.</summary>
[Collection(nameof(Chromium))]
public sealed class TeacherTests(Chromium chromium)
{
    private const string Schedule = "09:00 Europe/Lisbon, weekdays, 2040-01-01 to 2040-12-31";

    [BrowserFact]
    public async Task AWrongPasswordIsRefusedAndTheRightOneOpensTheDesk()
    {
        var page = await chromium.VisitAsync();
        await page.GotoAsync("/desk/week-2");
        await page.GetByLabel("Password").FillAsync("not the teacher's");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("That password is wrong.").WaitForAsync();
        Assert.Equal(0, await page.GetByRole(AriaRole.Link, new() { Name = "Desk" }).CountAsync());
        await page.GetByLabel("Password").FillAsync(Chromium.TeacherPassword);
        await page.Keyboard.PressAsync("Enter");

        await page.GetByRole(AriaRole.Heading, new() { Name = "Overview for # week-2" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GotoAsync("/desk/week-2");
        await page.GetByLabel("Password").WaitForAsync();
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AScheduleIsMadeAndItsMonthShowsWhatComes(bool hasScripts)
    {
        var page = await chromium.VisitAsTeacherAsync(new() { JavaScriptEnabled = hasScripts });
        await page.GotoAsync("/desk/week-2/debates");
        if (await page.GetByLabel("Time zone").IsHiddenAsync())
        {
            await page.GetByText("A new schedule").ClickAsync();
        }

        await page.GetByLabel("Time", new() { Exact = true }).FillAsync("09:00");
        await page.GetByLabel("Time zone").FillAsync("Europe/Lisbon");
        await page.GetByLabel("From", new() { Exact = true }).FillAsync("2040-01-01");
        await page.GetByLabel("To", new() { Exact = true }).FillAsync("2040-12-31");
        await page.GetByRole(AriaRole.Button, new() { Name = "Schedule", Exact = true }).ClickAsync();
        await page.Locator(".outcome", new() { HasText = Schedule }).WaitForAsync();
        await page.GotoAsync("/desk/week-2/debates?month=2040-01");
        while (await page.GetByRole(AriaRole.Link, new() { Name = "Look again" }).CountAsync() > 0)
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "Look again" }).ClickAsync();
        }

        Assert.Equal(22, await page.Locator(".month td a").CountAsync());
        Assert.Equal(22, await page.Locator(".agenda .motion:not(.none)").CountAsync());
        await page.Locator(".month td a", new() { HasText = "10" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Tuesday, 10 January 2040" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Leave this debate out" }).ClickAsync();
        await page.Locator(".month td a[aria-current]", new() { HasText = "left out" }).WaitForAsync();
        await page.Locator("summary[aria-label='Remove schedule 1']").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, remove schedule 1" }).ClickAsync();
        await page.GetByText("This channel has no schedule yet.").WaitForAsync();
    }

    [BrowserFact]
    public async Task AVoteIsCastAndChangedWithTheButtonsOfThePoll()
    {
        var (teacher, student) = (await chromium.VisitAsTeacherAsync(), await chromium.VisitAsync());
        await teacher.GotoAsync("/c/week-3");
        foreach (var line in new[] { "/debate queue Sanctions should be tied to a date.", "/debate post" })
        {
            await teacher.FillAsync("#words", line);
            await teacher.PressAsync("#words", "Enter");
            await teacher.Locator(".reply", new() { HasText = "Sanctions should be tied to a date." }).Last.WaitForAsync();
        }

        await student.GotoAsync("/c/week-3");
        var poll = student.Locator(".entry:has(.question)");
        await poll.WaitForAsync();

        await poll.GetByRole(AriaRole.Button, new() { Name = "For", Exact = true }).ClickAsync();
        await student.GetByText("You voted for the motion.").WaitForAsync();
        await poll.GetByRole(AriaRole.Button, new() { Name = "Against", Exact = true }).ClickAsync();
        await student.GetByText("You voted against the motion.").WaitForAsync();

        Assert.Contains("Fewer than three have voted", await student.Locator("#log").InnerTextAsync(), StringComparison.Ordinal);
        await teacher.GotoAsync("/c/week-3");
        Assert.Equal(0, await teacher.GetByText("You voted against the motion.").CountAsync());
    }

    [BrowserTheory]
    [InlineData(1100, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    public async Task TheDeskIsAccessible(int width, ColorScheme colors)
    {
        var page = await chromium.VisitAsTeacherAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = colors });
        await FillAsync(page);
        await page.GotoAsync("/desk");
        await page.AssertNoViolationAsync();
        Assert.Equal(0, await page.SidewaysAsync());
        foreach (var (address, _) in DeskFrame.Pages)
        {
            await page.GotoAsync(address.Length > 0 ? $"/desk/seminar/{address}" : "/desk/seminar");
            await page.AssertNoViolationAsync();
            Assert.Equal(0, await page.SidewaysAsync());
        }
    }

    // Fills each page: a list of two, a motion and a question that needs confirmation.
    private static async Task FillAsync(IPage page)
    {
        await page.GotoAsync("/desk/seminar/debates");
        await page.GetByLabel("Motion, or the place of a sentence").FillAsync("Europe should send observers to Korea.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add to the queue" }).ClickAsync();
        await page.Locator("#queue li").First.WaitForAsync();
        await page.GotoAsync("/desk/seminar/counterarguments");
        await page.GetByLabel("Claim", new() { Exact = true }).FillAsync("Sanctions never work.");
        await page.GetByLabel("What speaks against it", new() { Exact = true }).FillAsync("They did in one case.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await page.Locator(".rows li").First.WaitForAsync();
    }
}
