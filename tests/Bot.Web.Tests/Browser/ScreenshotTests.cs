using Bot.Testing;
using Microsoft.Playwright;

namespace Bot.Web.Tests.Browser;

/// <summary>Makes the screenshots of the documentation from the current pages.</summary>
[Collection(nameof(Chromium))]
public sealed class ScreenshotTests(Chromium chromium)
{
    [ScreenshotFact]
    public async Task ThePicturesOfTheDocumentation()
    {
        var desk = await chromium.VisitAsync(new() { ViewportSize = new() { Width = 1100, Height = 800 }, ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
        await ReadyAsync(desk);
        await desk.GotoAsync("/");
        await AskAsync(desk, "Have sanctions worked?");
        await SaveAsync(desk, "web-chat");
        await desk.Locator(".quote a.place").First.ClickAsync();
        await SaveAsync(desk, "web-reading");

        await TakeDeskAsync(await chromium.VisitAsTeacherAsync(
            new() { ViewportSize = new() { Width = 1100, Height = 800 }, ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce }));

        var phone = await chromium.VisitAsync(new()
        {
            ViewportSize = new() { Width = 390, Height = 800 },
            ColorScheme = ColorScheme.Dark,
            IsMobile = true,
            HasTouch = true,
            ReducedMotion = ReducedMotion.Reduce,
        });
        await phone.GotoAsync("/");
        await AskAsync(phone, "Have sanctions worked?");
        await SaveAsync(phone, "web-phone");
    }

    // A schedule for weekdays, and a weekday.
    private static async Task TakeDeskAsync(IPage page)
    {
        await page.GotoAsync("/desk/seminar/debates");
        await page.FillAsync("[type=time]", "09:00");
        await page.GetByLabel("Time zone").FillAsync("Europe/Lisbon");
        await page.GetByRole(AriaRole.Button, new() { Name = "Schedule", Exact = true }).ClickAsync();
        await page.Locator(".outcome").WaitForAsync();
        do
        {
            await page.GotoAsync("/desk/seminar/debates?month=2040-10");
        }
        while (await page.Locator(".choosing").CountAsync() > 0);

        await SaveAsync(page, "web-debates");
        await page.GotoAsync("/desk/seminar");
        await SaveAsync(page, "web-desk");
    }

    private static async Task AskAsync(IPage page, string question)
    {
        await page.FillAsync("#words", question);
        await page.PressAsync("#words", "Enter");
        await page.Locator(".quote").First.WaitForAsync();
    }

    // Answers are better after all sentences have vectors.
    private static async Task ReadyAsync(IPage page)
    {
        for (var body = ""; !System.Text.RegularExpressions.Regex.IsMatch(body, @"\b(\d+) of \1 sentences");)
        {
            await page.GotoAsync("/health/ready");
            body = await page.InnerTextAsync("body");
            await Task.Delay(100);
        }
    }

    private static Task<byte[]> SaveAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(ScreenshotFactAttribute.Folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
}

/// <summary>A test that writes screenshots into the repository; it only runs on request.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ScreenshotFactAttribute : FactAttribute
{
    private const string Variable = "BOT_TEST_SCREENSHOTS";

    public ScreenshotFactAttribute() => Skip = !File.Exists(BrowserFactAttribute.Program) ? $"There is no {BrowserFactAttribute.Program}."
        : Environment.GetEnvironmentVariable(Variable) is null ? $"{Variable}=1 has the pictures in docs/images made again."
        : null;

    /// <summary>The folder of the screenshots.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "docs", "images");
}
