using Bot.Chat;
using Bot.Chat.Delivery;

namespace Bot.Discord.Rendering;

/// <summary>Makes the messages of a reply: as many as it needs, as few as Discord grants.</summary>
internal static class ReplyMessages
{
    /// <summary>At least one message, in order.</summary>
    public static IReadOnlyList<DiscordMessage> Of(ChatReply reply, MessageForm form, int most)
    {
        var parts = ReplySplitter.Split(WrittenChoices.WriteOut(reply, form), blocks => MessageRenderer.Fits(blocks, form), most);
        return [.. parts.Select(part => MessageRenderer.Render(part.Blocks, form))];
    }
}
