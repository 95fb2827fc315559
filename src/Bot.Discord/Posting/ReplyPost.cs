using Bot.Chat;
using Bot.Discord.Protocol;
using Bot.Discord.Rendering;
using Bot.Discord.Rest;

namespace Bot.Discord.Posting;

/// <summary>
/// A reply on its way to a channel, message by message. Whether cards are shown there is not known beforehand; where they are not, their
/// quotes come as text, so that none is lost. Not for several threads.
/// </summary>
/// <param name="channels">Changes messages that stand there.</param>
/// <param name="target">Where the messages go.</param>
/// <param name="reply">What is said.</param>
/// <param name="form">How it is said where cards are shown.</param>
/// <param name="address">Gives a message, by its number from 0, its key and what it answers.</param>
internal sealed class ReplyPost(
    ChannelApi channels, IPostTarget target, ChatReply reply, MessageForm form, Func<DiscordMessage, int, DiscordMessage> address)
{
    private readonly IReadOnlyList<ChatReply> parts = ReplyMessages.Parts(reply, form, DiscordLimits.OfReplies.MessagesPerReply);

    /// <summary>The messages in order; there can be more of them once the cards of one were not shown.</summary>
    public IReadOnlyList<DiscordMessage> Messages { get; private set; } = ReplyMessages.Of(reply, form, DiscordLimits.OfReplies.MessagesPerReply);

    /// <summary>The channel or thread in which they stand.</summary>
    public string Channel => target.Channel;

    /// <summary>Why the quotes of a posted message could not be shown; null where they are.</summary>
    public string? Shortfall { get; private set; }

    /// <summary>Posts a message.</summary>
    /// <param name="number">Its number from 0.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether it is there.</returns>
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

    /// <summary>Goes on below the first message, which is there already.</summary>
    public void GoOn(string firstMessage) => target.GoOn(firstMessage);

    /// <summary>Adds the words of its cards to a message that was posted without them.</summary>
    public async Task ShowQuotesAsync(int number, string id, CancellationToken cancellationToken) =>
        Shortfall = (await channels.EditAsync(target.Channel, id, Messages[number], cancellationToken)).Problem("show the quotes", "“Send Messages”");

    /// <summary>Goes on without cards.</summary>
    /// <param name="number">The first message that has none.</param>
    public void TurnToText(int number) => Messages =
    [
        .. Messages.Take(number),
        .. parts.Skip(number).SelectMany(part => ReplyMessages.Of(part, form with { HasCards = false }, DiscordLimits.OfReplies.MessagesPerReply)),
    ];
}
