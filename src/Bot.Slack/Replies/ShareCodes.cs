using Bot.Chat.Delivery;
using Bot.Slack.Settings;
using Microsoft.Extensions.Options;

namespace Bot.Slack.Replies;

/// <summary>
/// The value of the share button: the command, which then runs again for everyone, because Slack does not send the text of a private message.
/// </summary>
internal sealed class ShareCodes(IOptions<SlackOptions> options)
{
    /// <summary>The value of the button under a reply; null if the reply cannot be shared.</summary>
    public string? Of(FoundCommand command, ChatReply reply)
    {
        var request = command.Request;
        if (!Sharing.IsFor(command.Info, reply))
        {
            return null;
        }

        // Plain text has no command name; after the general command it means the same.
        var name = request.Name == ChatCommand.PlainWords ? options.Value.Command : request.Name;
        return ChoiceCode.Encode(new Choice(AdapterReplies.Share, name, request.TextWithOptions), SlackLimits.ButtonValue);
    }
}
