using System.Text.Json;

namespace Bot.Slack.WebApi;

/// <summary>The result of a call to the Web API: one of the cases below.</summary>
internal abstract record ApiAnswer
{
    private ApiAnswer()
    {
    }

    /// <summary>The call succeeded.</summary>
    /// <param name="Body">The response's body.</param>
    public sealed record Done(JsonElement Body) : ApiAnswer
    {
        /// <summary>The token's scopes, if Slack sent them.</summary>
        public IReadOnlyList<string> Scopes { get; init; } = [];
    }

    /// <summary>Slack refuses the call until something is fixed.</summary>
    /// <param name="Error">Slack's error code: <c>not_in_channel</c>.</param>
    /// <param name="Why">The problem and how to fix it, in whole sentences.</param>
    public sealed record Refused(string Error, string Why) : ApiAnswer
    {
        /// <summary>The missing scope, if Slack named one.</summary>
        public string? NeededScope { get; init; }
    }

    /// <summary>The call had no effect, and can succeed later.</summary>
    /// <param name="Why">The reason, in a sentence.</param>
    /// <param name="RetryAfter">When to try again, if Slack said so.</param>
    public sealed record Failed(string Why, TimeSpan? RetryAfter = null) : ApiAnswer;

    /// <summary>The call may or may not have had an effect.</summary>
    /// <param name="Why">The reason, in a sentence.</param>
    public sealed record Unclear(string Why) : ApiAnswer;

    /// <summary>The problem; null if the call succeeded.</summary>
    public string? Problem => this switch
    {
        Refused refused => refused.Why,
        Failed failed => failed.Why,
        Unclear unclear => unclear.Why,
        _ => null,
    };
}
