using Bot.Library;
using Bot.Library.Embeddings;
using Bot.Library.Readings;
using Bot.Library.Retrieval;
using Bot.Library.SecondStage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Testing;

/// <summary>The shipped models, loaded once for all tests of a project, and shelves with their vectors.</summary>
public static class LocalModels
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), $"seminar-bot-vectors-{Environment.ProcessId}");

    /// <summary>The shipped embedding model.</summary>
    public static SentenceModel Sentences { get; } = new(new MiniLmEmbeddings());

    /// <summary>The shipped second stage.</summary>
    public static SecondStageReader SecondStage { get; } = new(Options.Create(new SecondStageOptions { MaxWaiting = 64, MaxUnderWay = 1000 }));

    /// <summary>The shipped network for motions.</summary>
    public static MotionNetwork Motions { get; } = new(Options.Create(new SecondStageOptions()), NullLogger<MotionNetwork>.Instance);

    /// <summary>The product's retrieval with its fitted weights.</summary>
    public static PassageRetriever Retriever { get; } = new(
        new QueryVectors(Sentences, NullLogger<QueryVectors>.Instance), SecondStage, RankingModel.Load(RankingModel.ShippedFile));

    /// <summary>A shelf with these readings and their vectors.</summary>
    public static Shelf Shelf(IReadOnlyList<Reading> readings)
    {
        var shelf = LexicalShelf(readings);
        Embedder(shelf).EmbedAsync(null, CancellationToken.None).GetAwaiter().GetResult();
        return shelf;
    }

    /// <summary>A shelf with these readings for lexical search only.</summary>
    public static Shelf LexicalShelf(IReadOnlyList<Reading> readings)
    {
        var shelf = new Shelf();
        shelf.Replace(new ShelfSnapshot(readings, [], RetrievalIndex.Build(readings)));
        return shelf;
    }

    /// <summary>The embedder of a shelf; vectors are cached while the tests run.</summary>
    public static ShelfEmbedder Embedder(Shelf shelf) => new(shelf, Sentences, Options.Create(new EmbeddingOptions { Folder = Folder }));
}
