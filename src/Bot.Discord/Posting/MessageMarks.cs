using System.Text.Json;
using Bot.Discord.Rendering;

namespace Bot.Discord.Posting;

/// <summary>
/// The features by which the bot recognises its own message. Discord does not store a message's nonce: only the answer to the creation and its event
/// contain it (https://github.com/Rapptz/discord.py/issues/2451). A bot can read the text and buttons of its own messages without any intent. Only letters
/// and digits are compared, because Discord trims texts; and only a button's action, because its stamp differs after the readings have changed.
/// </summary>
/// <param name="Words">The letters and digits of the message's own text.</param>
/// <param name="WordsOfCards">The letters and digits of its cards.</param>
/// <param name="Buttons">The actions of its buttons, in order.</param>
internal sealed record MessageMarks(string Words, string WordsOfCards, IReadOnlyList<string> Buttons)
{
    private const int OrdinaryMessage = 0;

    /// <summary>The marks of a message to send.</summary>
    public static MessageMarks Of(DiscordMessage message) => Of(JsonSerializer.SerializeToElement(message, DiscordJson.Options));

    /// <summary>The marks of a message from Discord.</summary>
    public static MessageMarks Of(JsonElement message) => new(
        WordsOf([message.At("content"), message.At("poll").At("question").At("text")]),
        WordsOf(message.At("embeds").Items().SelectMany(card => new[] { card.At("title"), card.At("description") })),
        [.. message.At("components").Items().SelectMany(row => row.At("components").Items()).Select(ActOf)]);

    /// <summary>Whether a message can be a post, and not an answer to a command or message, or a system message.</summary>
    public static bool IsPost(JsonElement message) =>
        message.At("type").Number() == OrdinaryMessage
        && message.At("interaction_metadata").ValueKind != JsonValueKind.Object
        && message.At("message_reference").ValueKind != JsonValueKind.Object;

    /// <summary>Whether there is nothing to recognise a message by.</summary>
    public bool IsEmpty => Words.Length + WordsOfCards.Length + Buttons.Count == 0;

    /// <summary>
    /// Whether a posted message begins like this one and has the same buttons, if this one has any. Its cards may be missing: Discord leaves them out if
    /// the bot lacks the permission, and moderators can remove them.
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
