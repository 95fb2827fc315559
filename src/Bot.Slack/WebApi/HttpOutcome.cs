using System.Net;

namespace Bot.Slack.WebApi;

/// <summary>The result of a request to Slack: one of the cases below.</summary>
internal abstract record HttpOutcome
{
    private HttpOutcome()
    {
    }

    /// <summary>Slack answered.</summary>
    public sealed record Answered(HttpStatusCode Status, string Body) : HttpOutcome
    {
        /// <summary>The token's scopes, if Slack sent them.</summary>
        public IReadOnlyList<string> Scopes { get; init; } = [];
    }

    /// <summary>The request had no effect.</summary>
    /// <param name="Why">The reason, in a sentence.</param>
    /// <param name="RetryAfter">When to try again, if Slack said so.</param>
    public sealed record Failed(string Why, TimeSpan? RetryAfter = null) : HttpOutcome;

    /// <summary>The request may or may not have had an effect.</summary>
    /// <param name="Why">The reason, in a sentence.</param>
    public sealed record Unclear(string Why) : HttpOutcome;
}
