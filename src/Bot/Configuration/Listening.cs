namespace Bot.Configuration;

/// <summary>Where requests arrive, once they do.</summary>
internal sealed class Listening
{
    /// <summary>The address; null before the server listens, and where it does not.</summary>
    public string? Url { get; set; }
}
