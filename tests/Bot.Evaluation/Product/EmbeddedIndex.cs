using Bot.Library;
using Bot.Library.Embeddings;
using Bot.Library.Readings;
using Bot.Library.Retrieval;
using Microsoft.Extensions.Options;

namespace Bot.Evaluation.Product;

/// <summary>Indexes readings as the product does, with all vectors.</summary>
internal static class EmbeddedIndex
{
    private static readonly IOptions<EmbeddingOptions> Embedding = Options.Create(new EmbeddingOptions { Folder = ProductModels.Folder });

    /// <summary>Indexes readings for lexical and semantic search.</summary>
    public static Task<RetrievalIndex> BuildAsync(IReadOnlyList<Reading> readings, CancellationToken cancellationToken) =>
        EmbedAsync(readings, RetrievalIndex.Build(readings), cancellationToken);

    /// <summary>Indexes other readings; readings that an older index already contains are not processed again.</summary>
    /// <param name="older">The newest older index.</param>
    /// <param name="readings">The other readings.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static Task<RetrievalIndex> UpdateAsync(RetrievalIndex older, IReadOnlyList<Reading> readings, CancellationToken cancellationToken) =>
        EmbedAsync(readings, older.Update(readings), cancellationToken);

    private static async Task<RetrievalIndex> EmbedAsync(IReadOnlyList<Reading> readings, RetrievalIndex index, CancellationToken cancellationToken)
    {
        var shelf = new Shelf();
        shelf.Replace(new ShelfSnapshot(readings, [], index));
        using var embedder = new ShelfEmbedder(shelf, ProductModels.Sentences, Embedding);
        await embedder.EmbedAsync(progress: null, cancellationToken);
        return shelf.Current.Index;
    }
}
