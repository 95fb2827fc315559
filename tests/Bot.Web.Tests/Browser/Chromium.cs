using Bot.Hosting;
using Bot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Bot.Web.Tests.Browser;

/// <summary>The program with the shipped readings and a Chromium; both started once for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    public const string TeacherPassword = "the teacher's own words";

    private readonly string folder = Directory.CreateTempSubdirectory("seminar-bot-").FullName;
    private WebApplication? host;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private string? teacher;

    public string Address => host?.Urls.First() ?? throw new InvalidOperationException("The program is not started.");

    public async Task InitializeAsync()
    {
        if (!File.Exists(BrowserFactAttribute.Program))
        {
            return;
        }

        host = BotHost.Build(new Dictionary<string, string?>
        {
            ["Http:Url"] = "http://127.0.0.1:0",
            ["Console:Mode"] = "Off",
            ["Storage:Folder"] = folder,
            ["Readings:Folder"] = Path.Combine(Repository.Root, "seeds"),
            ["Web:Channels"] = "seminar,week-2,week-3",
            ["Web:TeacherPassword"] = TeacherPassword,
            ["Web:RequestsPerMinute"] = "100000",
            ["Limits:Unlimited"] = "web",
            ["Logging:LogLevel:Default"] = "Warning",
        });
        await host.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = BrowserFactAttribute.Program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
    }

    /// <summary>A page of a new visitor. Script errors fail the test.</summary>
    public async Task<IPage> VisitAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions();
        options.BaseURL = Address;
        var context = await (browser ?? throw new InvalidOperationException("There is no browser.")).NewContextAsync(options);
        context.SetDefaultTimeout(60_000);
        return await context.NewPageAsync();
    }

    /// <summary>A page of a teacher. They share one sign-in, because attempts are limited.</summary>
    public async Task<IPage> VisitAsTeacherAsync(BrowserNewContextOptions? options = null)
    {
        teacher ??= await SignInAsync();
        options ??= new BrowserNewContextOptions();
        options.StorageState = teacher;
        return await VisitAsync(options);
    }

    private async Task<string> SignInAsync()
    {
        var page = await VisitAsync();
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Password").FillAsync(TeacherPassword);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).WaitForAsync();
        return await page.Context.StorageStateAsync();
    }

    public async Task DisposeAsync()
    {
        await (browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        playwright?.Dispose();
        if (host is not null)
        {
            await host.StopAsync();
            await host.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>The tests that share the program and the browser.</summary>
[CollectionDefinition(nameof(Chromium))]
public sealed class BrowserTests : ICollectionFixture<Chromium>;
