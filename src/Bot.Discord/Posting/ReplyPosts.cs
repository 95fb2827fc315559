using System.Runtime.CompilerServices;
using Bot.Chat;
using Bot.Discord.Interactions;
using Bot.Discord.Rendering;
using Bot.Discord.Rest;

namespace Bot.Discord.Posting;

/// <summary>
/// Posts replies to channels. Whether cards are shown there is not known beforehand; where they are not, their quotes come as text, so
/// that none is lost.
/// </summary>
internal sealed class ReplyPosts(ChannelApi channels)
{
    /// <summary>Posts the messages of a reply one after another.</summary>
    /// <param name="channel">The channel or thread.</param>
    /// <param name="reply">What is said.</param>
    /// <param name="form">How it is said where cards are shown.</param>
    /// <param name="address">Gives a message, by its number from 0, its key and what it answers.</param>
    /// <param name="cancellationToken">Ends the posting.</param>
    /// <returns>Discord's answer to each; whoever stops reading them leaves the rest unposted.</returns>
    public async IAsyncEnumerable<RestAnswer> PostAsync(
        string channel,
        ChatReply reply,
        MessageForm form,
        Func<DiscordMessage, int, DiscordMessage> address,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        foreach (var part in ReplyMessages.Parts(reply, form, DiscordLimits.OfReplies.MessagesPerReply))
        {
            var message = MessageRenderer.Render(part.Blocks, form);
            var answer = await channels.PostAsync(channel, address(message, number), cancellationToken);
            if (!message.LacksItsCards(answer))
            {
                number++;
                yield return answer;
                continue;
            }

            // What stands there without its cards gets their words; what was refused is not there.
            var there = answer is RestAnswer.Done { Body: var posted } ? posted.At("id").Text() : null;
            form = form with { HasCards = false };
            var texts = ReplyMessages.Of(part, form, DiscordLimits.OfReplies.MessagesPerReply);
            for (var i = 0; i < texts.Count; i++, number++)
            {
                yield return i == 0 && there is not null
                    ? await channels.EditAsync(channel, there, texts[i], cancellationToken)
                    : await channels.PostAsync(channel, address(texts[i], number), cancellationToken);
            }
        }
    }
}
