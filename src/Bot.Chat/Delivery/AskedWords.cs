using Bot.Chat.Languages;

namespace Bot.Chat.Delivery;

/// <summary>Puts the question above a reply, for platforms that hide what members type.</summary>
public static class AskedWords
{
    // A long claim is recognised by its beginning.
    private const int MaxLength = 300;

    /// <summary>The reply below the words that it answers; as it is where it says them itself, or is no answer.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="command">What was asked.</param>
    /// <param name="info">The command's description; null if there is none of its name.</param>
    public static ChatReply Above(ChatReply reply, ChatCommand command, CommandInfo? info)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(command);
        var words = command.TextWithOptions.ReplaceLineEndings(" ");
        return info is { AnswersItsText: true } && reply.Status != ReplyStatus.Error && words.Length > 0
            ? reply with { Blocks = [new TextBlock(Wording.Quoted(ShortText.Of(words, MaxLength))), .. reply.Blocks] }
            : reply;
    }
}
