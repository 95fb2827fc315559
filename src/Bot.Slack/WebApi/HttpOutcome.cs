using System.Net;

namespace Bot.Slack.WebApi;

/// <summary>How a request to Slack ended. The cases are closed.</summary>
internal abstract record HttpOutcome
{
    private HttpOutcome()
    {
    }

    /// <summary>Slack answered.</summary>
    public sealed record Answered(HttpStatusCode Status, string Body) : HttpOutcome
    {
        /// <summary>What the token may do, as far as Slack says so.</summary>
        public IReadOnlyList<string> Scopes { get; init; } = [];
    }

    /// <summary>It certainly had no effect.</summary>
    /// <param name="Why">What happened, in a sentence.</param>
    /// <param name="RetryAfter">When to try again, where Slack said so.</param>
    public sealed record Failed(string Why, TimeSpan? RetryAfter = null) : HttpOutcome;

    /// <summary>It may have had its effect or not.</summary>
    /// <param name="Why">What happened, in a sentence.</param>
    public sealed record Unclear(string Why) : HttpOutcome;
}
