using System.Text.Json;
using Bot.Discord.Protocol;

namespace Bot.Discord.Rest;

/// <summary>How a call of Discord's API ended. The cases are closed.</summary>
internal abstract record RestAnswer
{
    private RestAnswer()
    {
    }

    /// <summary>What kept a call from being done and, where a person can fix it, how; null where it was done.</summary>
    /// <param name="doing">What the bot wanted to do: <c>open a thread</c>.</param>
    /// <param name="needs">The permissions that it takes: <c>“Create Public Threads”</c>.</param>
    public string? Problem(string doing, string needs) => this switch
    {
        Done => null,
        Refused refused => refused.Error.Explain(doing, needs),
        Failed failed => $"I could not {doing}: {failed.Why}",
        Unclear unclear => $"I could not {doing}: {unclear.Why}",
        _ => throw new InvalidOperationException("The cases are closed."),
    };

    /// <summary>
    /// Whether the cards of a message are not seen, or may be why it was refused: without “Embed Links” Discord takes a message with words and
    /// leaves its cards off, and refuses one of cards alone.
    /// </summary>
    /// <param name="message">The message that this is the answer to.</param>
    public bool LeavesOutCardsOf(DiscordMessage message) => message.Embeds.Count > 0 && this switch
    {
        Done done => done.Body.At("embeds") is { ValueKind: JsonValueKind.Array } cards && cards.GetArrayLength() == 0,
        Refused refused => refused.Error.Code is DiscordError.MissingPermissions or DiscordError.EmptyMessage,
        _ => false,
    };

    /// <summary>It was done.</summary>
    /// <param name="Body">What Discord answered; undefined where it answered nothing.</param>
    public sealed record Done(JsonElement Body) : RestAnswer;

    /// <summary>Discord will not do it, however often it is asked.</summary>
    /// <param name="Error">What Discord said.</param>
    public sealed record Refused(DiscordError Error) : RestAnswer;

    /// <summary>It was certainly not done, and the same call may succeed later.</summary>
    /// <param name="Why">What happened, in a sentence.</param>
    /// <param name="RetryAfter">When to try again, where Discord said so.</param>
    public sealed record Failed(string Why, TimeSpan? RetryAfter = null) : RestAnswer;

    /// <summary>It was sent and no answer came: it may have been done or not.</summary>
    /// <param name="Why">What happened, in a sentence.</param>
    public sealed record Unclear(string Why) : RestAnswer;
}
