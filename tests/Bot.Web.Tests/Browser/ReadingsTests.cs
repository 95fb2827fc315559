using System.Text;
using Microsoft.Playwright;

namespace Bot.Web.Tests.Browser;

/// <summary>A teacher uploads and chooses readings in a browser.</summary>
[Collection(nameof(Chromium))]
public sealed class ReadingsTests(Chromium chromium)
{
    private const string Bees = "Bees\n\nBees find their way by the sun. They dance to tell the others where the clover grows.\n";

    [BrowserFact]
    public async Task AFileIsUploadedAndAnsweredFromInTheChannelThatHasIt()
    {
        var page = await chromium.VisitAsTeacherAsync();
        await page.GotoAsync("/desk/seminar/readings");
        await page.Locator(".upload input[type=file]").SetInputFilesAsync(File("Bees in May.txt", Bees));
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();
        await Assertions.Expect(page.Locator(".outcome")).ToContainTextAsync("On the shelf now: Bees");

        await page.GotoAsync("/desk/week-2/readings");
        foreach (var box in await page.Locator("input[type=checkbox]").AllAsync())
        {
            await box.SetCheckedAsync(await box.GetAttributeAsync("value") == "case-for-pressure");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Use only the chosen ones" }).ClickAsync();
        await Assertions.Expect(page.Locator(".outcome")).ToContainTextAsync("uses 1 reading of 7");

        Assert.Equal("bees-in-may", await ReadingQuotedAsync(page, "seminar", "/find clover"));
        Assert.Null(await ReadingQuotedAsync(page, "week-2", "/find clover"));
        Assert.Equal("case-for-pressure", await ReadingQuotedAsync(page, "week-2", "/find sanctions"));

        await page.GotoAsync("/desk/week-2/readings");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use all, also later ones" }).ClickAsync();
        await page.GotoAsync("/desk/seminar/readings");
        await page.Locator("summary[aria-label='Delete Bees']").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, delete Bees" }).ClickAsync();
        await Assertions.Expect(page.Locator(".outcome")).ToContainTextAsync("is deleted");
    }

    [BrowserFact]
    public async Task AHostileFileAndOneThatIsTooLargeAreRefusedWithAReason()
    {
        var page = await chromium.VisitAsTeacherAsync();
        await page.GotoAsync("/desk/seminar/readings");
        await page.Locator(".upload input[type=file]").SetInputFilesAsync(File("broken.pdf", "%PDF-1.7 no more than this"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();
        await Assertions.Expect(page.Locator(".outcome")).ToContainTextAsync("“broken.pdf” cannot be served");

        await page.GotoAsync("/desk/seminar/readings");
        await page.EvaluateAsync(
            """
            () => {
              const dropped = new DataTransfer();
              dropped.items.add(new File([new Uint8Array(21 * 1024 * 1024)], 'large.pdf'));
              document.querySelector('form.upload').dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
            }
            """);
        await Assertions.Expect(page.Locator(".told")).ToHaveTextAsync("large.pdf is larger than 20 MB. Nothing was sent.");
    }

    [BrowserFact]
    public async Task WithoutScriptsAFileIsUploadedToo()
    {
        var page = await chromium.VisitAsTeacherAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync("/desk/seminar/readings");
        await page.Locator(".upload input[type=file]").SetInputFilesAsync(File("ants.txt", "Ants\n\nAnts find their way by their own scent. They carry leaves.\n"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();
        await Assertions.Expect(page.Locator(".outcome")).ToContainTextAsync("On the shelf now: Ants");
        await page.GotoAsync("/desk/seminar/readings");
        await page.Locator("summary[aria-label='Delete Ants']").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, delete Ants" }).ClickAsync();
        await Assertions.Expect(page.Locator(".outcome")).ToContainTextAsync("is deleted");
    }

    private static async Task<string?> ReadingQuotedAsync(IPage page, string channel, string words)
    {
        await page.GotoAsync($"/c/{channel}");
        var before = await page.Locator(".entry").CountAsync();
        await page.Locator("#words").FillAsync(words);
        await page.Locator("#words").PressAsync("Enter");
        await page.Locator(".entry").Nth(before).Locator(".reply").First.WaitForAsync();
        var place = page.Locator(".entry").Nth(before).Locator("a.place");
        return await place.CountAsync() == 0 ? null : (await place.First.GetAttributeAsync("href"))!.Split('?')[0]["/r/".Length..];
    }

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "application/octet-stream", Buffer = Encoding.UTF8.GetBytes(text) };
}
