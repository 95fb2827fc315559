using Bot.Chat.Languages;

namespace Bot.Chat.Delivery;

/// <summary>Puts the question above a reply, for platforms that hide what members type.</summary>
public static class AskedWords
{
    // A long text is shortened, because its beginning is enough to recognise it.
    private const int MaxLength = 300;

    /// <summary>The reply with the question above it; unchanged if it repeats the question itself, or is not an answer.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="command">The request.</param>
    /// <param name="info">The command's description; null if there is none of its name.</param>
    public static ChatReply PutAbove(ChatReply reply, ChatCommand command, CommandInfo? info)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(command);
        var words = command.TextWithOptions.ReplaceLineEndings(" ");
        return info is { AnswersItsText: true } && reply.Status != ReplyStatus.Error && words.Length > 0
            ? reply with { Blocks = [new TextBlock(Wording.Quote(ShortText.Of(words, MaxLength))), .. reply.Blocks] }
            : reply;
    }
}
