namespace Bot.Configuration;

/// <summary>The address on which the server listens.</summary>
internal sealed class Listening
{
    /// <summary>The address; null before the server listens, or if it does not listen.</summary>
    public string? Url { get; set; }
}
