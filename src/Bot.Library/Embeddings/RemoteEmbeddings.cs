using System.ClientModel;
using Microsoft.Extensions.AI;

namespace Bot.Library.Embeddings;

/// <summary>A model on a server. Whatever its client throws if the server fails becomes one exception.</summary>
/// <param name="client">The client of the server.</param>
internal sealed class RemoteEmbeddings(IEmbeddingGenerator<string, Embedding<float>> client) : DelegatingEmbeddingGenerator<string, Embedding<float>>(client)
{
    /// <inheritdoc />
    /// <exception cref="EmbeddingUnavailableException">The server cannot be reached, refuses the request or does not answer in time.</exception>
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.GenerateAsync(values, options, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && IsOfServer(failure))
        {
            // The client wraps the failures of its attempts in one another; the innermost says what happened.
            throw new EmbeddingUnavailableException(failure.GetBaseException().Message, failure);
        }
    }

    private static bool IsOfServer(Exception failure) => failure is ClientResultException or HttpRequestException or IOException or OperationCanceledException
        or TimeoutException
        || (failure is AggregateException all && all.InnerExceptions.All(IsOfServer));
}
