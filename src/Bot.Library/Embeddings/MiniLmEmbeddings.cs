using Microsoft.Extensions.AI;
using Microsoft.ML.OnnxRuntime;

namespace Bot.Library.Embeddings;

/// <summary>
/// all-MiniLM-L6-v2 in the process: a vector of 384 numbers per text, of length 1, so that a dot product is a cosine. It is the mean of the token vectors,
/// as in the model's card. Loaded on first use; thread-safe.
/// </summary>
/// <remarks>
/// Each text is padded to a multiple of eight tokens and never to the length of its neighbours, so that its vector does not depend on
/// the other texts in its batch.
/// </remarks>
public sealed class MiniLmEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
{
    internal const int Width = 384;
    private const int MaxInput = 256;
    private const int Step = 8;
    private const int TokensAtOnce = 2048;

    private static readonly EmbeddingGeneratorMetadata Metadata = new("local", defaultModelId: MiniLmFiles.ModelId, defaultModelDimensions: Width);

    private InferenceSession? session;
    private object? gate;

    // A failure is not kept, unlike in a Lazy: the next call tries again.
    private InferenceSession Session => LazyInitializer.EnsureInitialized(ref session, ref gate, OnnxSessions.OpenMiniLm);

    /// <inheritdoc />
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var inputs = values.Select(CreateInput).ToList();
        var vectors = new Embedding<float>[inputs.Count];
        var batches = Enumerable.Range(0, inputs.Count)
            .GroupBy(i => RoundUp(inputs[i].Tokens.Length))
            .SelectMany(group => group.Chunk(Math.Max(1, TokensAtOnce / group.Key)));
        await OnnxSessions.RunEachAsync(batches, Embed, cancellationToken);
        return new GeneratedEmbeddings<Embedding<float>>(vectors);

        void Embed(int[] rows)
        {
            using var batch = TokenBatch.Of([.. rows.Select(row => inputs[row])], RoundUp(inputs[rows[0]].Tokens.Length));
            var means = batch.AverageTokens(Session);
            for (var i = 0; i < rows.Length; i++)
            {
                vectors[rows[i]] = new Embedding<float>(UnitVector.Of(means.AsSpan(i * Width, Width))) { ModelId = MiniLmFiles.ModelId };
            }
        }
    }

    /// <summary>Loads the model, which takes some tenths of a second; otherwise the first text does.</summary>
    internal void Load() => _ = (WordPieces.Shared, Session);

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? Metadata
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <inheritdoc />
    public void Dispose() => session?.Dispose();

    private static (int[] Tokens, int SecondPart) CreateInput(string text)
    {
        int[] tokens = [WordPieces.Start, .. WordPieces.Shared.Of(text, MaxInput - 2), WordPieces.Separator];
        return (tokens, tokens.Length);
    }

    private static int RoundUp(int length) => (length + Step - 1) / Step * Step;
}
