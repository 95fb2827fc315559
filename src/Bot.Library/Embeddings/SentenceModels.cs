using System.ClientModel;
using Microsoft.Extensions.AI;
using OpenAI;

namespace Bot.Library.Embeddings;

/// <summary>Creates the configured model.</summary>
internal static class SentenceModels
{
    // The client refuses an empty key; local servers need none.
    private const string NoKey = "none";

    public static SentenceModel Of(EmbeddingOptions options) => options.Provider switch
    {
        EmbeddingProvider.None => SentenceModel.None,
        EmbeddingProvider.OpenAI => new SentenceModel(CreateRemote(options), options.IsMultilingual),
        _ => new SentenceModel(new MiniLmEmbeddings()),
    };

    private static IEmbeddingGenerator<string, Embedding<float>> CreateRemote(EmbeddingOptions options) =>
        new OpenAIClient(
            new ApiKeyCredential(options.Key.Length > 0 ? options.Key : NoKey), new OpenAIClientOptions { Endpoint = new Uri(options.Address) })
            .GetEmbeddingClient(options.Model)
            .AsIEmbeddingGenerator();
}
