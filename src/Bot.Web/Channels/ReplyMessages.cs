using Bot.Chat.Delivery;
using Bot.Web.Settings;

namespace Bot.Web.Channels;

/// <summary>Splits a reply into the messages of a page.</summary>
internal static class ReplyMessages
{
    // Buttons and the places of quotes need space in addition to the text.
    private const int Filled = WebLimits.MessageLength * 4 / 5;

    public static IReadOnlyList<ChatReply> Of(ChatReply reply) => ReplySplitter.Split(
        WrittenChoices.WriteOut(reply, WebLimits.All.Choices, choice => ChoiceCode.Encode(choice, WebLimits.All.ChoiceState) is not null),
        blocks => ChatReply.Answer(blocks).ToPlainText().Length <= Filled,
        WebLimits.All.MessagesPerReply);
}
