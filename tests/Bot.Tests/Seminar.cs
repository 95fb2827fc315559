using Bot.Library;
using Bot.Library.Readings;
using Bot.Library.SecondStage;
using Bot.Seminar;
using Bot.Seminar.Commands;
using Bot.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests;

/// <summary>The real seminar with the shipped readings, shared by the tests of a class.</summary>
public sealed class Seminar : IDisposable
{
    private readonly ServiceProvider services;

    public Seminar()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Readings:Folder"] = Path.Combine(Repository.Root, "seeds") })
            .Build();
        services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddSingleton(LocalModels.Sentences)
            .AddSingleton<ISecondStage>(LocalModels.SecondStage)
            .AddLibrary(configuration)
            .AddSeminar()
            .BuildServiceProvider();
        services.GetRequiredService<ShelfLoader>().Refresh();
        LocalModels.Embedder(Shelf).EmbedAsync(null, CancellationToken.None).GetAwaiter().GetResult();
    }

    internal CommandRouter Router => services.GetRequiredService<CommandRouter>();

    internal CommandCatalogue Catalogue => services.GetRequiredService<CommandCatalogue>();

    internal Shelf Shelf => services.GetRequiredService<Shelf>();

    public void Dispose() => services.Dispose();

    /// <summary>The reading with an id.</summary>
    public Reading Reading(string id) => Shelf.Current.Readings.Single(reading => reading.Id.Value == id);
}
