using System.Text.Json;

namespace Bot.Discord.Rest;

/// <summary>The result of a call to Discord's API: one of the cases below.</summary>
internal abstract record RestAnswer
{
    private RestAnswer()
    {
    }

    /// <summary>Why a call failed and, if a person can fix it, how; null if it succeeded.</summary>
    /// <param name="doing">The bot's attempted action: <c>open a thread</c>.</param>
    /// <param name="needs">The required permissions: <c>“Create Public Threads”</c>.</param>
    public string? Explain(string doing, string needs) => this switch
    {
        Done => null,
        Refused refused => refused.Error.Explain(doing, needs),
        Failed failed => $"I could not {doing}: {failed.Why}",
        Unclear unclear => $"I could not {doing}: {unclear.Why}",
        _ => throw new InvalidOperationException("The cases are closed."),
    };

    /// <summary>
    /// Whether the cards of a message are hidden, or may be the reason for a refusal: without “Embed Links” Discord accepts a message with text but hides
    /// its cards, and refuses one with only cards.
    /// </summary>
    /// <param name="message">The message that was sent.</param>
    public bool LeavesOutCardsOf(DiscordMessage message) => message.Embeds.Count > 0 && this switch
    {
        Done done => done.Body.At("embeds") is { ValueKind: JsonValueKind.Array } cards && cards.GetArrayLength() == 0,
        Refused refused => refused.Error.Code is DiscordError.MissingPermissions or DiscordError.EmptyMessage,
        _ => false,
    };

    /// <summary>The call succeeded.</summary>
    /// <param name="Body">The response's body; undefined if empty.</param>
    public sealed record Done(JsonElement Body) : RestAnswer;

    /// <summary>Discord refused, and would refuse again.</summary>
    /// <param name="Error">Discord's error.</param>
    public sealed record Refused(DiscordError Error) : RestAnswer;

    /// <summary>The call had no effect, and can succeed later.</summary>
    /// <param name="Why">The reason, in a sentence.</param>
    /// <param name="RetryAfter">When to try again, if Discord said so.</param>
    public sealed record Failed(string Why, TimeSpan? RetryAfter = null) : RestAnswer;

    /// <summary>The call was sent but not answered, so it may or may not have had an effect.</summary>
    /// <param name="Why">The reason, in a sentence.</param>
    public sealed record Unclear(string Why) : RestAnswer;
}
