using Bot.Chat;
using Bot.Library;
using Bot.Seminar;
using Bot.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Recipes.Tests.Count;

/// <summary>A command that follows the recipe in CONTRIBUTING.md is in help, has its options parsed, and is answered like any other.</summary>
public sealed class CountTests : IDisposable
{
    private readonly ServiceProvider services;

    public CountTests()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Readings:Folder"] = Path.Combine(Repository.Root, "seeds"),
                ["Embedding:Provider"] = "None",
                ["SecondStage:Enabled"] = "false",
            })
            .Build();
        services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddLibrary(configuration)
            .AddSeminar()
            .AddCount()
            .AddCount()
            .BuildServiceProvider();
        services.GetRequiredService<ShelfLoader>().Refresh();
    }

    public void Dispose() => services.Dispose();

    [Fact]
    public async Task HelpListsIt() => Assert.Contains("count", (await AskAsync("help", "")).ToPlainText(), StringComparison.Ordinal);

    [Fact]
    public async Task ItIsAnsweredFromTheReadings()
    {
        var expected = services.GetRequiredService<Shelf>().Current.Readings.SelectMany(reading => reading.Paragraphs)
            .Count(paragraph => paragraph.Text.Contains("sanctions", StringComparison.OrdinalIgnoreCase));

        Assert.InRange(expected, 1, int.MaxValue);
        Assert.Equal($"{expected} paragraphs hold “sanctions”.", (await AskAsync("count", "sanctions")).ToPlainText().Trim());
    }

    [Fact]
    public async Task AReadingThatIsNotThereIsRefusedBeforeTheCommandRuns() =>
        Assert.Equal(ReplyStatus.Error, (await AskAsync("count", "sanctions reading:no-such-reading")).Status);

    [Fact]
    public async Task ItsMissingTextIsAskedFor() => Assert.Equal(ReplyStatus.Error, (await AskAsync("count", "")).Status);

    private Task<ChatReply> AskAsync(string name, string text) => services.GetRequiredService<ISeminar>().HandleAsync(
        new ChatCommand { Name = name, Text = text, Channel = new ChannelAddress("test", "", "room"), User = new ChatUser("ann") }, CancellationToken.None);
}
