using System.Text.Json.Nodes;

namespace Bot.Discord.Fake;

/// <summary>Something that goes wrong with the next request that it fits.</summary>
/// <param name="Fits">Which request: method and path below the API's base.</param>
public sealed record Fault(Func<string, string, bool> Fits)
{
    /// <summary>The status to answer with; 0 drops the connection.</summary>
    public int Status { get; init; }

    /// <summary>The body to answer with.</summary>
    public JsonObject? Body { get; init; }

    /// <summary>For how long the route refuses more, and the answer says so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether all routes refuse more.</summary>
    public bool IsGlobal { get; init; }

    /// <summary>Whether the proxy before Discord answers: with a page, for all routes, with or without a token.</summary>
    public bool IsOfProxy { get; init; }

    /// <summary>Whether the request takes effect although its answer is a fault.</summary>
    public bool TakesEffect { get; init; }

    /// <summary>How long to wait before answering.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>A fault of any request that writes a message.</summary>
    public static bool WritesMessage(string method, string path) =>
        method is "POST" or "PATCH" && (path.StartsWith("webhooks/", StringComparison.Ordinal) || path.Contains("/messages", StringComparison.Ordinal));
}
