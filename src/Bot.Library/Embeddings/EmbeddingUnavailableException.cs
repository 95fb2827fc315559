namespace Bot.Library.Embeddings;

/// <summary>The model that turns sentences into vectors is on a server, and the server does not answer.</summary>
/// <param name="message">What happened.</param>
/// <param name="innerException">The failure of the client.</param>
public sealed class EmbeddingUnavailableException(string message, Exception innerException) : Exception(message, innerException);
