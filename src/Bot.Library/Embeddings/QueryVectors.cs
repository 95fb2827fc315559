using Microsoft.Extensions.Logging;

namespace Bot.Library.Embeddings;

/// <summary>Turns queries into vectors. If the model cannot be reached, the search uses only words.</summary>
/// <param name="model">The model that the readings were embedded with; null for search by words only.</param>
/// <param name="logger">Logs failures of the model.</param>
public sealed partial class QueryVectors(SentenceModel model, ILogger<QueryVectors> logger)
{
    /// <summary>The vector of a query, of length 1; null if there is no model or it cannot be reached.</summary>
    /// <param name="text">The query.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task<ReadOnlyMemory<float>?> EmbedAsync(string text, CancellationToken cancellationToken) =>
        (await EmbedAllAsync([text], cancellationToken))?[0];

    /// <summary>The vector of each text, of length 1 and in order; null if there is no model or it cannot be reached.</summary>
    /// <param name="texts">The texts; at least one.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task<IReadOnlyList<ReadOnlyMemory<float>>?> EmbedAllAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        if (model.Generator is not { } generator)
        {
            return null;
        }

        try
        {
            var vectors = await generator.GenerateAsync(texts, cancellationToken: cancellationToken);
            return [.. vectors.Select(vector => (ReadOnlyMemory<float>)UnitVector.Of(vector.Vector.Span))];
        }
        catch (EmbeddingUnavailableException failure)
        {
            LogUnreachable(failure.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The embedding model cannot be reached, so this answer was found by words only: {Problem}")]
    private partial void LogUnreachable(string problem);
}
