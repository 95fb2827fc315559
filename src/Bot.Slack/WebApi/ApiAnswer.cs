using System.Text.Json;

namespace Bot.Slack.WebApi;

/// <summary>How a call of the Web API ended. The cases are closed.</summary>
internal abstract record ApiAnswer
{
    private ApiAnswer()
    {
    }

    /// <summary>It was done.</summary>
    /// <param name="Body">What Slack answered.</param>
    public sealed record Done(JsonElement Body) : ApiAnswer
    {
        /// <summary>What the token may do, as far as Slack says so.</summary>
        public IReadOnlyList<string> Scopes { get; init; } = [];
    }

    /// <summary>Slack will not do it until something is fixed.</summary>
    /// <param name="Error">Slack's own word for it: <c>not_in_channel</c>.</param>
    /// <param name="Why">What is wrong and how to fix it, in whole sentences.</param>
    public sealed record Refused(string Error, string Why) : ApiAnswer;

    /// <summary>It certainly was not done; the same call may succeed later.</summary>
    /// <param name="Why">What happened, in a sentence.</param>
    /// <param name="RetryAfter">When to try again, where Slack said so.</param>
    public sealed record Failed(string Why, TimeSpan? RetryAfter = null) : ApiAnswer;

    /// <summary>It may have been done or not.</summary>
    /// <param name="Why">What happened, in a sentence.</param>
    public sealed record Unclear(string Why) : ApiAnswer;

    /// <summary>What went wrong; null where it was done.</summary>
    public string? Problem => this switch
    {
        Refused refused => refused.Why,
        Failed failed => failed.Why,
        Unclear unclear => unclear.Why,
        _ => null,
    };
}
