using Bot.Web.Desk;
using Microsoft.Playwright;

namespace Bot.Web.Tests.Browser;

/// <summary>The pages in another language, on a phone.</summary>
[Collection(nameof(Chromium))]
public sealed class LanguageTests(Chromium chromium)
{
    [BrowserFact]
    public async Task PagesAndScriptsSpeakTheLanguageThatIsChosenAndLongWordsFitAPhone()
    {
        var page = await chromium.VisitAsync(new()
        {
            Locale = "fr-FR",
            ViewportSize = new() { Width = 390, Height = 800 },
            ReducedMotion = ReducedMotion.Reduce,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        await page.GotoAsync("/");
        await page.GetByText("Français").First.ClickAsync();
        await AssertWellMadeAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Deutsch" }).ClickAsync();

        await page.GetByLabel("Frage oder Befehl").FillAsync("Have sanctions worked?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Senden" }).ClickAsync();
        await page.Locator(".quote").First.WaitForAsync();
        await page.Locator(".cite summary").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Kopieren als BibTeX" }).First.ClickAsync();
        await page.GetByText("Kopiert.").WaitForAsync();
        await AssertWellMadeAsync(page);

        page = await chromium.VisitAsTeacherAsync(
            new() { Locale = "de-DE", ViewportSize = new() { Width = 390, Height = 800 }, ReducedMotion = ReducedMotion.Reduce });
        foreach (var address in new[] { "/r", "/r/case-for-pressure?q=sanctions", "/desk" })
        {
            await page.GotoAsync(address);
            await AssertWellMadeAsync(page);
        }

        foreach (var (part, _) in DeskFrame.Pages)
        {
            await page.GotoAsync($"/desk/week-3/{part}".TrimEnd('/'));
            await AssertWellMadeAsync(page);
        }
    }

    private static async Task AssertWellMadeAsync(IPage page)
    {
        Assert.Equal(0, await page.SidewaysAsync());
        await page.AssertNoViolationAsync();
    }
}
