using Bot.Chat;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Library.Retrieval;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Web.Tests;

/// <summary>The pages on a loopback address, over a seminar and readings of the test's own.</summary>
internal sealed class WebSite : IAsyncDisposable
{
    private readonly WebApplication host;
    private readonly ISeminar seminar;
    private CancellationTokenSource stop = new();
    private Task running;

    private WebSite(WebApplication host, ISeminar seminar)
    {
        (this.host, this.seminar) = (host, seminar);
        Address = new Uri(host.Urls.First());
        running = Adapter.RunAsync(seminar, stop.Token);
    }

    public Uri Address { get; }

    public IServiceProvider Services => host.Services;

    public Shelf Shelf => Services.GetRequiredService<Shelf>();

    private IChatAdapter Adapter => Services.GetRequiredService<IChatAdapter>();

    public static async Task<WebSite> StartAsync(ISeminar seminar, params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<Shelf>();
        builder.Services.AddWeb(builder.Configuration);
        var host = builder.Build();
        host.MapWeb();
        await host.StartAsync();
        return new WebSite(host, seminar);
    }

    /// <summary>Serves these readings from now on.</summary>
    public void Serve(params IReadOnlyList<Reading> readings) =>
        Shelf.Replace(new ShelfSnapshot(readings, [], RetrievalIndex.Build(readings)));

    /// <summary>Somebody with a browser of their own.</summary>
    public Visitor Visit() => new(Address);

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
    }

    private async Task StopAdapterAsync()
    {
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }
}
