using Bot.Chat;
using Bot.Chat.Delivery;
using Bot.Slack.Settings;
using Bot.Slack.WebApi;
using Microsoft.Extensions.Options;

namespace Bot.Slack.Replies;

/// <summary>
/// What the button carries that shows a private reply to the channel: the command, which is then run once more for everyone. Slack does
/// not tell what a private message said.
/// </summary>
internal sealed class ShareCodes(IOptions<SlackOptions> options)
{
    /// <summary>The code of the button under a reply; null where the reply is not to be shared.</summary>
    public string? Of(FoundCommand command, ChatReply reply)
    {
        var request = command.Request;
        if (!Sharing.IsFor(command.Info, reply))
        {
            return null;
        }

        // Plain words have no name of their own; behind the command that takes any words they mean the same.
        var name = request.Name == ChatCommand.PlainWords ? options.Value.Command : request.Name;
        return ChoiceCode.Encode(new Choice(AdapterReplies.Share, name, request.TextWithOptions), SlackLimits.ButtonValue);
    }
}
