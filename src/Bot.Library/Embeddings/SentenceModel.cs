using Bot.Library.Languages;
using Microsoft.Extensions.AI;

namespace Bot.Library.Embeddings;

/// <summary>The model that turns sentences into vectors, and the name under which they are stored.</summary>
/// <param name="Generator">The model; null if readings are searched by words only.</param>
/// <param name="IsMultilingual">Whether it supports other languages than English.</param>
public sealed record SentenceModel(IEmbeddingGenerator<string, Embedding<float>>? Generator, bool IsMultilingual = false)
{
    /// <summary>Search by words only.</summary>
    public static SentenceModel None { get; } = new((IEmbeddingGenerator<string, Embedding<float>>?)null);

    /// <summary>Provider and model; vectors with another id are never mixed with these.</summary>
    public string Id => Generator?.GetService(typeof(EmbeddingGeneratorMetadata)) is EmbeddingGeneratorMetadata metadata
        ? $"{metadata.ProviderName}-{metadata.DefaultModelId}"
        : "none";

    /// <summary>Whether it can read a language.</summary>
    public bool Knows(ReadingLanguage language) => IsMultilingual || language == ReadingLanguage.English;
}
