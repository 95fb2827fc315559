using System.Text;
using Microsoft.Playwright;

namespace Bot.Web.Tests.Browser;

/// <summary>A teacher who uses only the keyboard.</summary>
[Collection(nameof(Chromium))]
public sealed class KeyboardTests(Chromium chromium)
{
    private const int MostTabs = 150;

    [BrowserFact]
    public async Task ATeacherSignsInSchedulesUploadsAndDeletesWithOnlyTheKeyboard()
    {
        var page = await chromium.VisitAsync();

        // Registered first: the browser learns asynchronously that the test chooses the file, and an earlier key press is lost.
        var chooser = new TaskCompletionSource<IFileChooser>();
        page.FileChooser += (_, opened) => chooser.TrySetResult(opened);
        await page.GotoAsync("/");
        await TabToAsync(page, "Sign in");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Password")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(Chromium.TeacherPassword);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).WaitForAsync();
        await GoAsync(page, "Desk");
        await GoAsync(page, "# week-3", within: "main");

        await GoAsync(page, "Debates", within: ".tabs");
        await TabToAsync(page, "From");
        await page.Keyboard.TypeAsync("01022041");
        await TabToAsync(page, "To");
        await page.Keyboard.TypeAsync("02282041");
        await PressAsync(page, "Schedule");
        await Assertions.Expect(page.Locator(".outcome")).ToContainTextAsync("2041-01-02 to 2041-02-28");
        Assert.True(await page.Locator(".rows").First.IsVisibleAsync());
        await TabToAsync(page, "Remove schedule 1");
        await page.Keyboard.PressAsync("Enter");
        await PressAsync(page, "Yes, remove schedule 1");
        await page.GetByText("This channel has no schedule yet.").WaitForAsync();

        await GoAsync(page, "Readings", within: ".tabs");
        await TabToAsync(page, "Files to put on the shelf");
        await page.Keyboard.PressAsync("Enter");
        await (await chooser.Task).SetFilesAsync(new FilePayload
        {
            Name = "wasps.txt",
            MimeType = "text/plain",
            Buffer = Encoding.UTF8.GetBytes("Wasps\n\nWasps build their nests of paper. They live one summer.\n"),
        });
        await PressAsync(page, "Upload");
        await Assertions.Expect(page.Locator(".outcome")).ToContainTextAsync("On the shelf now: Wasps");
        await TabToAsync(page, "Delete Wasps");
        await page.Keyboard.PressAsync("Enter");
        await PressAsync(page, "Yes, delete Wasps");
        await Assertions.Expect(page.Locator(".outcome")).ToContainTextAsync("is deleted");
    }

    private static async Task GoAsync(IPage page, string link, string within = "")
    {
        await TabToAsync(page, link, within);
        await PressAndWaitAsync(page);
    }

    private static async Task PressAsync(IPage page, string button)
    {
        await TabToAsync(page, button);
        await PressAndWaitAsync(page);
    }

    private static async Task PressAndWaitAsync(IPage page)
    {
        // The next page can have the same URL.
        await page.EvaluateAsync("document.body.classList.add('page-before')");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("body:not(.page-before)").WaitForAsync();
        await page.WaitForLoadStateAsync();
    }

    /// <summary>Presses Tab until an element with this name has the focus, and checks that the focus is visible.</summary>
    private static async Task TabToAsync(IPage page, string name, string within = "")
    {
        var passed = new List<string>();
        while (passed.Count < MostTabs)
        {
            await page.Keyboard.PressAsync("Tab");
            passed.Add(await page.EvaluateAsync<string>(NameOfFocused, within));
            if (passed[^1] == name)
            {
                Assert.NotEqual("none", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
                return;
            }
        }

        Assert.Fail($"No tab leads to “{name}” on {page.Url}, but to: {string.Join(", ", passed.Distinct())}");
    }

    // The name of the focused element; empty if it is outside of the given part.
    private const string NameOfFocused =
        """
        within => {
          const part = document.activeElement;
          const own = part.labels?.length ? [...part.labels[0].childNodes].filter(node => node.nodeType === 3).map(node => node.data).join('') : part.textContent;
          return within && !part.closest(within) ? '' : (part.ariaLabel ?? own ?? '').replace(/\s+/g, ' ').trim();
        }
        """;
}
