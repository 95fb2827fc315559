using System.Text.Json;
using Bot.Discord.Protocol;
using Bot.Discord.Rendering;

namespace Bot.Discord.Posting;

/// <summary>
/// What a message of the bot can be known by again. Discord does not keep the nonce that a message was sent with: it is in the answer to
/// the creation and in the event of it alone (https://github.com/Rapptz/discord.py/issues/2451). Words and buttons of its own messages a bot
/// gets without any intent. Letters and digits are compared, for Discord trims texts; of a button what it does, for the stamp on it
/// is another one after the readings have changed.
/// </summary>
/// <param name="Words">The letters and digits of the message's own text.</param>
/// <param name="WordsOfCards">Those of its cards.</param>
/// <param name="Buttons">What its buttons do, in order.</param>
internal sealed record MessageMarks(string Words, string WordsOfCards, IReadOnlyList<string> Buttons)
{
    private const int OrdinaryMessage = 0;

    /// <summary>The marks of a message that is to be sent.</summary>
    public static MessageMarks Of(DiscordMessage message) => Of(JsonSerializer.SerializeToElement(message, DiscordJson.Options));

    /// <summary>The marks of a message as Discord gives it.</summary>
    public static MessageMarks Of(JsonElement message) => new(
        WordsOf([message.At("content"), message.At("poll").At("question").At("text")]),
        WordsOf(message.At("embeds").Items().SelectMany(card => new[] { card.At("title"), card.At("description") })),
        [.. message.At("components").Items().SelectMany(row => row.At("components").Items()).Select(ActOf)]);

    /// <summary>Whether a message can be one that was posted: answers to commands and to messages, and Discord's own notes, are none.</summary>
    public static bool IsPost(JsonElement message) =>
        message.At("type").Number() == OrdinaryMessage
        && message.At("interaction_metadata").ValueKind != JsonValueKind.Object
        && message.At("message_reference").ValueKind != JsonValueKind.Object;

    /// <summary>Whether there is anything to know a message by.</summary>
    public bool IsEmpty => Words.Length + WordsOfCards.Length + Buttons.Count == 0;

    /// <summary>
    /// Whether a message that is in a channel begins as this one does, with the same buttons where this one has any. Cards may be
    /// missing there: Discord leaves them off where the bot may not show them, and members who run the channel can take them off.
    /// </summary>
    public bool Fit(MessageMarks standing)
    {
        var areCardsThere = standing.WordsOfCards.Length > 0;
        return (Buttons.Count == 0 || Buttons.SequenceEqual(standing.Buttons))
            && (areCardsThere || Words.Length + Buttons.Count > 0)
            && $"{standing.Words}{standing.WordsOfCards}".StartsWith(areCardsThere ? $"{Words}{WordsOfCards}" : Words, StringComparison.Ordinal);
    }

    private static string WordsOf(IEnumerable<JsonElement> texts) =>
        string.Concat(texts.SelectMany(text => text.Text() ?? "").Where(char.IsLetterOrDigit));

    private static string ActOf(JsonElement button) =>
        button.At("custom_id").Text() is not { } id ? "" : ButtonId.Read(id) is { } choice ? $"{choice.Command}|{choice.Text}" : id;
}
