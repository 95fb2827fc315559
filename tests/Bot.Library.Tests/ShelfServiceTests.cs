using System.Diagnostics;
using Bot.Library.Readings.Folders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Library.Tests;

[Collection(nameof(ShelfServiceTests))]
[CollectionDefinition(nameof(ShelfServiceTests), DisableParallelization = true)]
public sealed class ShelfServiceTests : IAsyncDisposable
{
    private const string Rain = "It rained for a long time, and then it rained again.";
    private const string Sea = "Every river that we know of ends in some sea or other.";

    private readonly TemporaryFolder files = new();
    private readonly List<IHost> hosts = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.StopAsync();
            host.Dispose();
        }

        files.Dispose();
    }

    [Fact]
    public async Task TheShelfIsFullWhenOtherServicesStart()
    {
        files.Write("rain.txt", Rain);
        var builder = Builder();
        builder.Services.AddSingleton<EarlyVisitor>();
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService>(provider => provider.GetRequiredService<EarlyVisitor>()));

        var host = await StartAsync(builder);

        Assert.Equal(1, host.Services.GetRequiredService<EarlyVisitor>().Found);
        Assert.Equal(1, Shelf(host).Current.Index.SentenceCount);
    }

    [Fact]
    public async Task AddingChangingRenamingAndRemovingAreSeenBeforeTheNextScan()
    {
        files.Write("rain.txt", Rain);
        var shelf = Shelf(await StartAsync(Builder(("Readings:RescanEvery", "1.00:00:00"))));

        files.Write("week-2/sea.txt", Sea);
        await EventuallyAsync(() => shelf.Current.Readings.Count == 2);

        files.Write("rain.txt", $"{Sea}\n\n{Rain}");
        await EventuallyAsync(() => shelf.Current.Readings[0].Paragraphs.Count == 2);
        Assert.Equal("¶1→¶2", Assert.Single(shelf.Current.AnchorChanges).ToString());

        // As editors save: a temporary file, then a rename.
        files.Write(".rain.swp", Rain);
        File.Move(files[".rain.swp"], files["rain.txt"], overwrite: true);
        await EventuallyAsync(() => shelf.Current.Readings[0].Paragraphs.Count == 1);

        File.Move(files["rain.txt"], files["snow.txt"]);
        await EventuallyAsync(() => shelf.Current.Readings[0].Id.Value == "snow");

        Directory.Delete(files["week-2"], recursive: true);
        await EventuallyAsync(() => shelf.Current.Readings.Count == 1);
        Assert.Equal(1, shelf.Current.Index.SentenceCount);
    }

    [Fact]
    public async Task AFolderThatLosesEverythingKeepsTheLastReadingsUntilThereAreNewOnes()
    {
        files.Write("rain.txt", Rain);
        var shelf = Shelf(await StartAsync(Builder()));
        var before = shelf.Current;

        File.Delete(files["rain.txt"]);
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.Same(before, shelf.Current);

        files.Write("sea.txt", Sea);
        await EventuallyAsync(() => shelf.Current.Readings[0].Id.Value == "sea");
    }

    [Fact]
    public async Task AFolderThatIsRemovedAndCreatedAgainIsWatchedAgain()
    {
        files.Write("inner/rain.txt", Rain);
        var shelf = Shelf(await StartAsync(Builder(("Readings:Folder", files["inner"]))));

        Directory.Delete(files["inner"], recursive: true);
        await Task.Delay(TimeSpan.FromSeconds(1));
        files.Write("inner/sea.txt", Sea);
        await EventuallyAsync(() => shelf.Current.Readings[0].Id.Value == "sea");

        files.Write("inner/rain.txt", Rain);
        await EventuallyAsync(() => shelf.Current.Readings.Count == 2);
    }

    [Fact]
    public async Task AStartWithoutReadingsFailsAndSaysWhatToDo()
    {
        var reason = await Assert.ThrowsAsync<ReadingFolderException>(() => StartAsync(Builder(("Readings:Folder", files["none"]))));

        Assert.Contains("Readings:Folder", reason.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Readings:MaxFileMegabytes", "0")]
    [InlineData("Readings:Debounce", "00:01:00")]
    [InlineData("Readings:RescanEvery", "00:00:00")]
    [InlineData("Readings:Folder", "")]
    [InlineData("Readings:MaxFiles", "0")]
    [InlineData("Readings:MaxDepth", "0")]
    [InlineData("Readings:MaxFolderMegabytes", "0")]
    [InlineData("Readings:StartWithin", "00:00:00")]
    [InlineData("Reader:Processes", "0")]
    [InlineData("Reader:MaxMemoryMegabytes", "1")]
    [InlineData("Reader:MaxTime", "00:00:00")]
    [InlineData("Reader:MaxParagraphs", "0")]
    [InlineData("Reader:MaxCharacters", "0")]
    public async Task AWrongSettingStopsTheStartAndIsNamed(string setting, string value)
    {
        files.Write("rain.txt", Rain);

        var reason = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(Builder((setting, value))));

        Assert.Contains(setting, reason.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddingTheLibraryTwiceAddsItOnce()
    {
        var builder = Builder();
        var count = builder.Services.Count;

        builder.Services.AddLibrary(builder.Configuration);

        Assert.Equal(count, builder.Services.Count);
    }

    private HostApplicationBuilder Builder(params (string Setting, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection();
        builder.Configuration["Readings:Folder"] = files.Path;
        builder.Configuration["Reader:Folder"] = files[".kept"];

        // Vectors would add another snapshot to the shelf, and each host would load models that these tests do not need.
        builder.Configuration["Embedding:Provider"] = "None";
        builder.Configuration["SecondStage:Enabled"] = "false";
        foreach (var (setting, value) in settings)
        {
            builder.Configuration[setting] = value;
        }

        builder.Services.AddLogging();
        builder.Services.AddLibrary(builder.Configuration);
        return builder;
    }

    private async Task<IHost> StartAsync(HostApplicationBuilder builder)
    {
        var host = builder.Build();
        hosts.Add(host);
        await host.StartAsync();
        return host;
    }

    private static Shelf Shelf(IHost host) => host.Services.GetRequiredService<Shelf>();

    // Each change is read by a new process, which takes seconds on a busy machine.
    private static async Task EventuallyAsync(Func<bool> holds)
    {
        var time = TimeSpan.FromSeconds(20);
        var watch = Stopwatch.StartNew();
        while (!holds())
        {
            Assert.True(watch.Elapsed < time, $"The change was not seen within {time.TotalSeconds} seconds.");
            await Task.Delay(20);
        }
    }

    private sealed class EarlyVisitor(Shelf shelf) : IHostedService
    {
        public int Found { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken)
        {
            Found = shelf.Current.Readings.Count;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
