using Bot.Library.Languages;
using Microsoft.Extensions.AI;

namespace Bot.Library.Embeddings;

/// <summary>The model that turns sentences into vectors, and the name that they are kept under.</summary>
/// <param name="Generator">The model; null if readings are searched by words alone.</param>
/// <param name="IsMultilingual">Whether it knows other languages than English.</param>
public sealed record SentenceModel(IEmbeddingGenerator<string, Embedding<float>>? Generator, bool IsMultilingual = false)
{
    /// <summary>Search by words alone.</summary>
    public static SentenceModel None { get; } = new((IEmbeddingGenerator<string, Embedding<float>>?)null);

    /// <summary>Provider and model: vectors of another name are never mixed in.</summary>
    public string Id => Generator?.GetService(typeof(EmbeddingGeneratorMetadata)) is EmbeddingGeneratorMetadata metadata
        ? $"{metadata.ProviderName}-{metadata.DefaultModelId}"
        : "none";

    /// <summary>Whether it can read a language.</summary>
    public bool Knows(ReadingLanguage language) => IsMultilingual || language == ReadingLanguage.English;
}
