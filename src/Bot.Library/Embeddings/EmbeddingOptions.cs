using System.ComponentModel.DataAnnotations;

namespace Bot.Library.Embeddings;

/// <summary>The source of sentence vectors.</summary>
public enum EmbeddingProvider
{
    /// <summary>The model that ships with the program; no network.</summary>
    Local,

    /// <summary>A server that speaks OpenAI's embeddings protocol: OpenAI itself, Ollama, vLLM and many others.</summary>
    OpenAI,

    /// <summary>No vectors: search by words only.</summary>
    None,
}

/// <summary>Which model turns sentences into vectors; the section <c>Embedding</c> of the configuration.</summary>
public sealed class EmbeddingOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Embedding";

    /// <summary>The source of the vectors.</summary>
    public EmbeddingProvider Provider { get; set; } = EmbeddingProvider.Local;

    /// <summary>The base address of an OpenAI-compatible server, for example <c>http://localhost:11434/v1</c> for Ollama.</summary>
    public string Address { get; set; } = "";

    /// <summary>The name of the model on that server.</summary>
    public string Model { get; set; } = "";

    /// <summary>The server's key; set it in the environment (<c>BOT__Embedding__Key</c>). Local servers need none.</summary>
    public string Key { get; set; } = "";

    /// <summary>Whether that model supports other languages than English. The local model does not.</summary>
    public bool IsMultilingual { get; set; }

    /// <summary>The folder that keeps computed vectors; below <c>Storage:Folder</c> by default. If it is deleted, they are computed again.</summary>
    public string Folder { get; set; } = "";

    /// <summary>How many texts go to the model at once; 1 to 512.</summary>
    [Range(1, 512, ErrorMessage = "Embedding:BatchSize must be between 1 and 512.")]
    public int BatchSize { get; set; } = 32;
}
