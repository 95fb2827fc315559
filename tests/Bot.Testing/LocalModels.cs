using Bot.Library;
using Bot.Library.Embeddings;
using Bot.Library.Readings;
using Bot.Library.Retrieval;
using Bot.Library.SecondStage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Testing;

/// <summary>The models that ship, loaded once for all tests of a project, and shelves that they have read.</summary>
public static class LocalModels
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), $"seminar-bot-vectors-{Environment.ProcessId}");

    /// <summary>The embedding model that ships.</summary>
    public static SentenceModel Sentences { get; } = new(new MiniLmEmbeddings());

    /// <summary>The second stage that ships.</summary>
    public static SecondStageReader SecondStage { get; } = new(Options.Create(new SecondStageOptions { MaxWaiting = 64, MaxUnderWay = 1000 }));

    /// <summary>The retrieval of the product with its fitted weights.</summary>
    public static PassageRetriever Retriever { get; } = new(
        new QueryVectors(Sentences, NullLogger<QueryVectors>.Instance), SecondStage, RankingModel.Load(RankingModel.ShippedFile));

    /// <summary>A shelf that serves these readings, with their vectors.</summary>
    public static Shelf Shelf(IReadOnlyList<Reading> readings)
    {
        var shelf = LexicalShelf(readings);
        Embedder(shelf).EmbedAsync(null, CancellationToken.None).GetAwaiter().GetResult();
        return shelf;
    }

    /// <summary>A shelf that serves these readings by their words alone.</summary>
    public static Shelf LexicalShelf(IReadOnlyList<Reading> readings)
    {
        var shelf = new Shelf();
        shelf.Replace(new ShelfSnapshot(readings, [], RetrievalIndex.Build(readings)));
        return shelf;
    }

    /// <summary>What embeds a shelf; vectors are kept for as long as the tests run.</summary>
    public static ShelfEmbedder Embedder(Shelf shelf) => new(shelf, Sentences, Options.Create(new EmbeddingOptions { Folder = Folder }));
}
