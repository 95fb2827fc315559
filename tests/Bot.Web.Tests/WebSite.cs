using Bot.Chat;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Library.Retrieval;
using Bot.Seminar;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Web.Tests;

/// <summary>The pages on a loopback address, with a test's seminar and readings.</summary>
internal sealed class WebSite : IAsyncDisposable
{
    private readonly WebApplication host;
    private readonly ISeminar seminar;
    private readonly string folder;
    private CancellationTokenSource stop = new();
    private Task running;

    private WebSite(WebApplication host, ISeminar seminar, string folder)
    {
        (this.host, this.seminar, this.folder) = (host, seminar, folder);
        Address = new Uri(host.Urls.First());
        running = Adapter.RunAsync(seminar, stop.Token);
    }

    public Uri Address { get; }

    public IServiceProvider Services => host.Services;

    public Shelf Shelf => Services.GetRequiredService<Shelf>();

    private IChatAdapter Adapter => Services.GetRequiredService<IChatAdapter>();

    /// <summary>Starts the pages with a test's seminar.</summary>
    public static Task<WebSite> StartAsync(ISeminar seminar, params (string Name, string Value)[] settings) =>
        StartAsync(_ => seminar, _ => { }, settings);

    /// <summary>Starts the pages with the real seminar and a separate database, without models.</summary>
    public static Task<WebSite> StartWholeAsync(params (string Name, string Value)[] settings) =>
        StartWholeAsync(_ => { }, settings);

    /// <summary>The same with a test's services.</summary>
    public static Task<WebSite> StartWholeAsync(Action<IServiceCollection> add, params (string Name, string Value)[] settings) =>
        StartAsync(services => services.GetRequiredService<ISeminar>(), add, settings);

    private static async Task<WebSite> StartAsync(
        Func<IServiceProvider, ISeminar> seminar, Action<IServiceCollection> add, (string Name, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("seminar-bot-").FullName;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Folder"] = folder,
            ["Embedding:Provider"] = "None",
            ["SecondStage:Enabled"] = "false",
        });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddLibrary(builder.Configuration).AddSeminar().AddWeb(builder.Configuration);
        add(builder.Services);

        // The test puts readings on the shelf.
        foreach (var reader in builder.Services.Where(service => service.ImplementationType?.Assembly == typeof(Shelf).Assembly
            && service.ServiceType == typeof(IHostedService)).ToList())
        {
            builder.Services.Remove(reader);
        }

        var host = builder.Build();
        host.MapWeb();
        await host.StartAsync();
        return new WebSite(host, seminar(host.Services), folder);
    }

    /// <summary>Serves these readings from now on.</summary>
    public void Serve(params IReadOnlyList<Reading> readings) =>
        Shelf.Replace(new ShelfSnapshot(readings, [], RetrievalIndex.Build(readings)));

    /// <summary>A visitor with a new browser.</summary>
    /// <param name="languages">The browser's languages, as <c>de-AT,de;q=0.9</c>; null if there is none.</param>
    public Visitor Visit(string? languages = null)
    {
        var visitor = new Visitor(Address);
        visitor.Http.DefaultRequestHeaders.Add("Accept-Language", languages is null ? [] : [languages]);
        return visitor;
    }

    public async Task RestartAdapterAsync()
    {
        await StopAdapterAsync();
        stop = new CancellationTokenSource();
        running = Adapter.RunAsync(seminar, stop.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAdapterAsync();
        await host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task StopAdapterAsync()
    {
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }
}
