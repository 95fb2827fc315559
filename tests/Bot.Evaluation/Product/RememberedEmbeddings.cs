using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace Bot.Evaluation.Product;

/// <summary>Caches the vectors of single texts, so that a question for many shelves is embedded once. Batches are not cached.</summary>
/// <param name="inner">The model.</param>
internal sealed class RememberedEmbeddings(IEmbeddingGenerator<string, Embedding<float>> inner) : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    private readonly ConcurrentDictionary<string, GeneratedEmbeddings<Embedding<float>>> known = new(StringComparer.Ordinal);

    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        if (texts.Length != 1)
        {
            return await base.GenerateAsync(texts, options, cancellationToken);
        }

        return known.TryGetValue(texts[0], out var vector)
            ? vector
            : known[texts[0]] = await base.GenerateAsync(texts, options, cancellationToken);
    }
}
