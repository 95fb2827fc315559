using Microsoft.Extensions.Options;

namespace Bot.Library.Embeddings;

/// <summary>Stops the start if the settings of the embedding model cannot work.</summary>
internal sealed class EmbeddingOptionsValidator : IValidateOptions<EmbeddingOptions>
{
    public ValidateOptionsResult Validate(string? name, EmbeddingOptions options)
    {
        if (options.Provider != EmbeddingProvider.OpenAI)
        {
            return ValidateOptionsResult.Success;
        }

        if (!Uri.TryCreate(options.Address, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return ValidateOptionsResult.Fail(
                "Embedding:Address must be the address of an OpenAI-compatible server, for example http://localhost:11434/v1, when Embedding:Provider is OpenAI.");
        }

        return options.Model.Length > 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Embedding:Model must name a model of that server, for example nomic-embed-text, when Embedding:Provider is OpenAI.");
    }
}
