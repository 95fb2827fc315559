using System.Text.Json.Nodes;

namespace Bot.Discord.Fake;

/// <summary>A fault of the next matching request.</summary>
/// <param name="Fits">Matches a request by method and path below the API's base.</param>
public sealed record Fault(Func<string, string, bool> Fits)
{
    /// <summary>The status to answer with; 0 drops the connection.</summary>
    public int Status { get; init; }

    /// <summary>The body to answer with.</summary>
    public JsonObject? Body { get; init; }

    /// <summary>How long the route refuses more requests, which the answer says.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether all routes refuse more requests.</summary>
    public bool IsGlobal { get; init; }

    /// <summary>Whether Discord's proxy answers: with HTML, for all routes, with or without a token.</summary>
    public bool IsOfProxy { get; init; }

    /// <summary>Whether the request has its effect although the answer is an error.</summary>
    public bool TakesEffect { get; init; }

    /// <summary>How long to wait before answering.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>A fault of any request that writes a message.</summary>
    public static bool WritesMessage(string method, string path) =>
        method is "POST" or "PATCH" && (path.StartsWith("webhooks/", StringComparison.Ordinal) || path.Contains("/messages", StringComparison.Ordinal));
}
