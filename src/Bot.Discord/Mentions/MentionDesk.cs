using System.Text.Json;
using Bot.Chat;
using Bot.Chat.Delivery;
using Bot.Discord.Posting;
using Bot.Discord.Protocol;
using Bot.Discord.Rendering;
using Bot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Mentions;

/// <summary>Answers messages that mention the bot, below them. A message can be answered for everyone alone.</summary>
internal sealed partial class MentionDesk(
    ISeminar seminar, CommandBacklog backlog, RestClient rest, string self, TimeProvider time, ILogger<MentionDesk> logger)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan LongestRefusal = TimeSpan.FromSeconds(5);

    private readonly ChannelApi channels = new(rest);
    private readonly ChannelDirectory directory = new(rest);
    private readonly RecentEvents seen = new(time, Remembered);
    private Task sayingBusy = Task.CompletedTask;

    /// <summary>Takes a message in. Called by one thread at a time.</summary>
    /// <param name="message">The message as the gateway brings it.</param>
    public void Receive(JsonElement message)
    {
        if (Mention.Read(message, self) is not { } mention || !seen.TryAdd(mention.Id))
        {
            return;
        }

        if (!backlog.TryAdd(mention.Command.User.Id, givenUp => AnswerAsync(mention, givenUp)))
        {
            LogBusy();
            sayingBusy = sayingBusy.IsCompleted ? SayBusyAsync(mention) : sayingBusy;
        }
    }

    // One at a time, beside the queue: nobody waits in line to be told that the line is full, and a flood is not answered with another.
    private async Task SayBusyAsync(Mention mention)
    {
        using var patience = new CancellationTokenSource(LongestRefusal, time);
        try
        {
            await PostAsync(mention, AdapterReplies.Busy, patience.Token);
        }
        catch (OperationCanceledException)
        {
            // The log has it already that the message was not answered.
        }
    }

    private async Task AnswerAsync(Mention mention, CancellationToken givenUp)
    {
        mention = mention with { Command = mention.Command with { Channel = await directory.CompleteAsync(mention.Command.Channel, givenUp) } };
        var isPrivate = await seminar.VisibilityOfAsync(mention.Command, givenUp) == ReplyVisibility.Private;
        var reply = isPrivate ? AdapterReplies.OnlyPrivately : await HandleAsync(mention, givenUp);
        reply = reply.Visibility == ReplyVisibility.Private && reply.Status != ReplyStatus.Error ? AdapterReplies.OnlyPrivately : reply;
        await PostAsync(mention, reply, givenUp);
    }

    private async Task PostAsync(Mention mention, ChatReply reply, CancellationToken givenUp)
    {
        var channel = DiscordChannels.IdOf(mention.Command.Channel);
        var sending = new ReplyPost(channels, channel, reply, new MessageForm(), Address);
        for (var i = 0; i < sending.Messages.Count; i++)
        {
            if ((await sending.SendAsync(i, givenUp)).Problem("answer", "“Send Messages”") is { } problem)
            {
                LogNotAnswered(problem);
                return;
            }
        }

        if (sending.Shortfall is { } shortfall)
        {
            LogNotAnswered(shortfall);
        }

        // The nonce makes a call that is repeated after a fault the same message.
        DiscordMessage Address(DiscordMessage message, int number) =>
            message with { Nonce = $"{mention.Id}-{number}", MessageReference = number == 0 ? new MessageReference(mention.Id) : null };
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

    [LoggerMessage(LogLevel.Warning, "A message was not answered, or not wholly. {Why}")]
    private partial void LogNotAnswered(string why);

    [LoggerMessage(LogLevel.Error, "Answering a message failed.")]
    private partial void LogFault(Exception fault);
}
