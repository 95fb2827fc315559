namespace Bot.Library.Embeddings;

/// <summary>How far the sentences of the shelf are embedded.</summary>
/// <param name="Done">Sentences that have a vector.</param>
/// <param name="Total">Sentences in all.</param>
public readonly record struct EmbeddingProgress(int Done, int Total);
