using System.Globalization;
using System.Text.Json;
using Bot.Chat.Delivery;
using Bot.Discord.Posting;
using Bot.Discord.Rendering;
using Bot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Mentions;

/// <summary>Answers messages that mention the bot, with replies that everyone sees.</summary>
internal sealed partial class MentionDispatcher(
    ISeminar seminar, CommandBacklog backlog, RestClient rest, string self, TimeProvider time, ILogger<MentionDispatcher> logger)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan MaxRefusal = TimeSpan.FromSeconds(5);

    private readonly ChannelApi channels = new(rest);
    private readonly ChannelDirectory directory = new(rest, time);
    private readonly RecentEvents seen = new(time, Remembered);
    private Task sayingBusy = Task.CompletedTask;

    /// <summary>Whether messages without a mention are read too.</summary>
    public bool HearsChannels { get; init; }

    /// <summary>Receives a message. Called by one thread at a time.</summary>
    /// <param name="message">The message from the gateway.</param>
    public void Receive(JsonElement message)
    {
        if (Mention.Read(message, self) is not { } mention)
        {
            Overhear(message);
            return;
        }

        if (!seen.TryAdd(mention.Id))
        {
            return;
        }

        if (!backlog.TryAdd(mention.Command.User.Id, givenUp => AnswerAsync(mention, givenUp)))
        {
            LogBusy();
            sayingBusy = sayingBusy.IsCompleted ? SayBusyAsync(mention) : sayingBusy;
        }
    }

    // Nobody expects an answer to it, so it is dropped if the queue is full.
    private void Overhear(JsonElement message)
    {
        if (HearsChannels && OpenMessage.Read(message) is { } open && seen.TryAdd(open.Id))
        {
            backlog.TryAdd(open.Command.User.Id, givenUp => OverhearAsync(open, givenUp));
        }
    }

    private async Task OverhearAsync(Mention open, CancellationToken givenUp)
    {
        var channel = await directory.CompleteAsync(open.Command.Channel, givenUp);
        CultureInfo.CurrentUICulture = await seminar.LanguageOfAsync(channel, open.Command.Locale, givenUp);
        if (await seminar.OverhearAsync(open.Command with { Channel = channel }, givenUp) is { } reply)
        {
            await PostAsync(open with { Command = open.Command with { Channel = channel } }, reply, givenUp);
        }
    }

    // Not queued, because the message says that the queue is full. One at a time, so that a flood of messages does not cause a flood of replies.
    private async Task SayBusyAsync(Mention mention)
    {
        using var timeout = new CancellationTokenSource(MaxRefusal, time);
        try
        {
            CultureInfo.CurrentUICulture = await seminar.LanguageOfAsync(mention.Command.Channel, mention.Command.Locale, timeout.Token);
            await PostAsync(mention, AdapterReplies.Busy, timeout.Token);
        }
        catch (OperationCanceledException)
        {
            // Already logged.
        }
    }

    private async Task AnswerAsync(Mention mention, CancellationToken givenUp)
    {
        mention = mention with { Command = mention.Command with { Channel = await directory.CompleteAsync(mention.Command.Channel, givenUp) } };
        CultureInfo.CurrentUICulture = await seminar.LanguageOfAsync(mention.Command.Channel, mention.Command.Locale, givenUp);
        var found = seminar.Find(mention.Command);
        var isPrivate = await seminar.VisibilityOfAsync(found, givenUp) == ReplyVisibility.Private;
        var reply = isPrivate ? AdapterReplies.OnlyPrivately : await HandleAsync(found, givenUp);
        reply = reply.Visibility == ReplyVisibility.Private && reply.Status != ReplyStatus.Error ? AdapterReplies.OnlyPrivately : reply;
        await PostAsync(mention, reply, givenUp);
    }

    private async Task PostAsync(Mention mention, ChatReply reply, CancellationToken givenUp)
    {
        var channel = DiscordChannels.IdOf(mention.Command.Channel);
        var sending = new ReplyPost(channels, new ChannelTarget(channels, channel), reply, new MessageForm(), Address);
        for (var i = 0; i < sending.Messages.Count; i++)
        {
            if ((await sending.SendAsync(i, givenUp)).Explain("answer", "“Send Messages”") is { } problem)
            {
                LogNotAnswered(problem);
                return;
            }
        }

        if (sending.Shortfall is { } shortfall)
        {
            LogNotAnswered(shortfall);
        }

        // With a nonce, a repeated call does not post a second message.
        DiscordMessage Address(DiscordMessage message, int number) =>
            message with { Nonce = $"{mention.Id}-{number}", MessageReference = number == 0 ? new MessageReference(mention.Id) : null };
    }

    private async Task<ChatReply> HandleAsync(FoundCommand command, CancellationToken givenUp)
    {
        try
        {
            return await seminar.HandleAsync(command, givenUp);
        }
        catch (OperationCanceledException) when (givenUp.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Outermost handler: the member gets a message, and the exception is logged.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFault(fault);
            return AdapterReplies.Failed;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The queue is full, so a message was not answered.")]
    private partial void LogBusy();

    [LoggerMessage(LogLevel.Warning, "A message was not answered, or not completely. {Why}")]
    private partial void LogNotAnswered(string why);

    [LoggerMessage(LogLevel.Error, "Answering a message failed.")]
    private partial void LogFault(Exception fault);
}
