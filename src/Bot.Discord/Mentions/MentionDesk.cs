using System.Text.Json;
using Bot.Chat;
using Bot.Chat.Delivery;
using Bot.Discord.Rendering;
using Bot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Mentions;

/// <summary>Answers messages that mention the bot, below them. A message can be answered for everyone alone.</summary>
internal sealed partial class MentionDesk(
    ISeminar seminar, CommandBacklog backlog, RestClient rest, string self, TimeProvider time, ILogger<MentionDesk> logger)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(20);

    private readonly ChannelApi channels = new(rest);
    private readonly ChannelDirectory directory = new(rest);
    private readonly RecentEvents seen = new(time, Remembered);

    /// <summary>Takes a message in.</summary>
    /// <param name="message">The message as the gateway brings it.</param>
    public void Receive(JsonElement message)
    {
        if (Mention.Read(message, self) is not { } mention || !seen.TryAdd(mention.Id))
        {
            return;
        }

        if (!backlog.TryAdd(givenUp => AnswerAsync(mention, givenUp)))
        {
            LogBusy();
        }
    }

    private async Task AnswerAsync(Mention mention, CancellationToken givenUp)
    {
        mention = mention with { Command = mention.Command with { Channel = await directory.CompleteAsync(mention.Command.Channel, givenUp) } };
        var isPrivate = await seminar.VisibilityOfAsync(mention.Command, givenUp) == ReplyVisibility.Private;
        var reply = isPrivate ? AdapterReplies.OnlyPrivately : await HandleAsync(mention, givenUp);
        reply = reply.Visibility == ReplyVisibility.Private && reply.Status != ReplyStatus.Error ? AdapterReplies.OnlyPrivately : reply;
        var channel = DiscordChannels.IdOf(mention.Command.Channel);
        var messages = ReplyMessages.Of(reply, new MessageForm(), DiscordLimits.OfReplies.MessagesPerReply);
        for (var i = 0; i < messages.Count; i++)
        {
            // The nonce makes a call that is repeated after a fault the same message.
            var message = messages[i] with { Nonce = $"{mention.Id}-{i}", MessageReference = i == 0 ? new MessageReference(mention.Id) : null };
            if (await channels.PostAsync(channel, message, givenUp) is RestAnswer.Refused refused)
            {
                LogRefused(refused.Error.Explain("answer", "“Send Messages” and “Embed Links”"));
                return;
            }
        }
    }

    private async Task<ChatReply> HandleAsync(Mention mention, CancellationToken givenUp)
    {
        try
        {
            return await seminar.HandleAsync(mention.Command, givenUp);
        }
        catch (OperationCanceledException) when (givenUp.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // The edge: the member is told, and the log has the fault.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFault(fault);
            return AdapterReplies.Failed;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Too much waits already, and a message was not answered.")]
    private partial void LogBusy();

    [LoggerMessage(LogLevel.Warning, "A message was not answered. {Why}")]
    private partial void LogRefused(string why);

    [LoggerMessage(LogLevel.Error, "Answering a message failed.")]
    private partial void LogFault(Exception fault);
}
