using Bot.Chat.Delivery;

namespace Bot.Discord.Rendering;

/// <summary>Splits a reply into messages, up to a maximum number.</summary>
internal static class ReplyMessages
{
    /// <summary>At least one message, in order.</summary>
    public static IReadOnlyList<DiscordMessage> Of(ChatReply reply, MessageForm form, int most) =>
        [.. Split(reply, form, most).Select(part => MessageRenderer.Render(part.Blocks, form))];

    /// <summary>The part of the reply in each message.</summary>
    public static IReadOnlyList<ChatReply> Split(ChatReply reply, MessageForm form, int most)
    {
        var written = WrittenChoices.WriteOut(
            reply,
            DiscordLimits.Buttons - (form.HasShare ? 1 : 0),
            choice => ButtonId.Of(choice, 0) is not null,
            poll => form.HasNativePolls && NativePolls.Of(poll) is not null);
        return ReplySplitter.Split(written, blocks => MessageRenderer.Fits(blocks, form), most);
    }
}
