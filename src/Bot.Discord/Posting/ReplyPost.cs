using Bot.Discord.Rendering;
using Bot.Discord.Rest;

namespace Bot.Discord.Posting;

/// <summary>
/// Posts a reply to a channel, message by message. It is not known beforehand whether the channel shows cards; if not, their quotes are posted as text. Not
/// thread-safe.
/// </summary>
/// <param name="channels">Edits posted messages.</param>
/// <param name="target">The place to post to.</param>
/// <param name="reply">The reply.</param>
/// <param name="form">The form of the messages if cards are shown.</param>
/// <param name="address">Adds the nonce and the message it replies to, by the message's number from 0.</param>
internal sealed class ReplyPost(
    ChannelApi channels, IPostTarget target, ChatReply reply, MessageForm form, Func<DiscordMessage, int, DiscordMessage> address)
{
    private readonly IReadOnlyList<ChatReply> parts = ReplyMessages.Split(reply, form, DiscordLimits.OfReplies.MessagesPerReply);

    /// <summary>The messages in order; the number can grow if cards are replaced by text.</summary>
    public IReadOnlyList<DiscordMessage> Messages { get; private set; } = ReplyMessages.Of(reply, form, DiscordLimits.OfReplies.MessagesPerReply);

    /// <summary>The channel or thread of the messages.</summary>
    public string Channel => target.Channel;

    /// <summary>Why the quotes of a posted message could not be shown; null if they are shown.</summary>
    public string? Shortfall { get; private set; }

    /// <summary>Posts a message.</summary>
    /// <param name="number">Its number from 0.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether it was posted.</returns>
    public async Task<RestAnswer> SendAsync(int number, CancellationToken cancellationToken)
    {
        var message = Messages[number];
        var answer = await target.PostAsync(address(message, number), cancellationToken);
        if (!answer.LeavesOutCardsOf(message))
        {
            return answer;
        }

        TurnToText(number);
        if (answer is not RestAnswer.Done { Body: var posted } || posted.At("id").Text() is not { } id)
        {
            return await target.PostAsync(address(Messages[number], number), cancellationToken);
        }

        await ShowQuotesAsync(number, id, cancellationToken);
        return answer;
    }

    /// <summary>Continues below the existing first message.</summary>
    public void GoOn(string firstMessage) => target.GoOn(firstMessage);

    /// <summary>Adds the text of its cards to a message that was posted without them.</summary>
    public async Task ShowQuotesAsync(int number, string id, CancellationToken cancellationToken) =>
        Shortfall = (await channels.EditAsync(target.Channel, id, Messages[number], cancellationToken)).Explain("show the quotes", "“Send Messages”");

    /// <summary>Continues without cards.</summary>
    /// <param name="number">The first message without cards.</param>
    public void TurnToText(int number) => Messages =
    [
        .. Messages.Take(number),
        .. parts.Skip(number).SelectMany(part => ReplyMessages.Of(part, form with { HasCards = false }, DiscordLimits.OfReplies.MessagesPerReply)),
    ];
}
