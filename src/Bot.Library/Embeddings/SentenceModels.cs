using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;

namespace Bot.Library.Embeddings;

/// <summary>Creates the configured model.</summary>
internal static class SentenceModels
{
    // The client refuses an empty key; local servers need none.
    private const string NoKey = "none";

    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(20);

    public static SentenceModel Of(EmbeddingOptions options) => options.Provider switch
    {
        EmbeddingProvider.None => SentenceModel.None,
        EmbeddingProvider.OpenAI => new SentenceModel(CreateRemote(options), options.IsMultilingual),
        _ => new SentenceModel(new MiniLmEmbeddings()),
    };

    private static RemoteEmbeddings CreateRemote(EmbeddingOptions options)
    {
        var client = new OpenAIClient(
            new ApiKeyCredential(options.Key.Length > 0 ? options.Key : NoKey),
            new OpenAIClientOptions
            {
                Endpoint = new Uri(options.Address),
                NetworkTimeout = RequestTimeout,

                // A question is answered by words instead; embedding the readings starts again by itself.
                RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            });
        return new RemoteEmbeddings(client.GetEmbeddingClient(options.Model).AsIEmbeddingGenerator());
    }
}
