using Bot.Chat.Delivery;
using Bot.Discord.Rendering;
using Bot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Interactions;

/// <summary>
/// Answers commands: in the first response if the reply is ready at once, otherwise by editing an acknowledgement.
/// </summary>
internal sealed partial class InteractionWork(
    ISeminar seminar, CommandBacklog backlog, Func<Interaction, InteractionWebhook> webhookOf, TimeProvider time, ILogger<InteractionWork> logger)
{
    // The rest of the fifteen minutes is for the message that it took too long.
    private static readonly TimeSpan MaxWork = DiscordLimits.TokenLife - TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MaxDelivery = TimeSpan.FromSeconds(50);

    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    /// <summary>Answers a command, or acknowledges it in time and answers it later.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <param name="command">Its command.</param>
    /// <param name="responder">Sends the first response.</param>
    /// <param name="cancellationToken">Cancels the first response.</param>
    public async Task AnswerAsync(Interaction interaction, FoundCommand command, IResponder responder, CancellationToken cancellationToken)
    {
        command = command with { Request = command.Request with { Style = CommandStyle.SlashFields, MayOfferQuestions = true } };
        var visibility = await seminar.VisibilityOfAsync(command, cancellationToken);
        var answer = new Answer(interaction, command, visibility == ReplyVisibility.Private, new FirstResponse<DiscordMessage>(time));
        if (!backlog.TryAdd(interaction.User.Id, givenUp => RunAsync(answer, givenUp)))
        {
            var busy = ReplyMessages.Of(AdapterReplies.Busy, new MessageForm(), 1)[0];
            await responder.RespondAsync(InteractionResponse.CreateMessage(busy.ShowTo(memberAlone: true)), cancellationToken);
            return;
        }

        var response = await answer.First.WaitAsync() is { } ready ? InteractionResponse.CreateMessage(ready) : InteractionResponse.Defer(answer.IsPrivate);
        var sent = false;
        try
        {
            sent = await responder.RespondAsync(response, cancellationToken);
        }
        finally
        {
            answer.Acknowledged.SetResult(sent ? response : null);
        }
    }

    private async Task RunAsync(Answer answer, CancellationToken givenUp)
    {
        IReadOnlyList<DiscordMessage> messages;
        try
        {
            messages = MessagesOf(await HandleAsync(answer, givenUp), answer);
        }
        catch (Exception fault)
        {
            // The acknowledgement waits for an answer; the backlog logs the exception, and the member gets an apology.
            messages = MessagesOf(fault is OperationCanceledException ? AdapterReplies.TooLate : AdapterReplies.Failed, answer);
            answer.Put(messages[0]);
            using var atOnce = new CancellationTokenSource(LastWords, time);
            await DeliverAsync(messages, answer, atOnce.Token);
            throw;
        }

        answer.Put(messages[0]);
        await DeliverAsync(messages, answer, givenUp);
    }

    private async Task<ChatReply> HandleAsync(Answer answer, CancellationToken givenUp)
    {
        // Counted from the member's request, because the command may have waited in the queue.
        var left = answer.Interaction.At + MaxWork - time.GetUtcNow();
        using var tooLong = new CancellationTokenSource(TimeSpan.FromTicks(Math.Clamp(left.Ticks, 0, MaxWork.Ticks)), time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(givenUp, tooLong.Token);
        try
        {
            var request = answer.Command.Request with { IsDirect = answer.Interaction.IsDirect };
            return await seminar.HandleAsync(answer.Command with { Request = request }, end.Token);
        }
        catch (OperationCanceledException) when (tooLong.IsCancellationRequested && !givenUp.IsCancellationRequested)
        {
            LogTooLate(answer.Command.Request.Channel.Platform);
            return AdapterReplies.TooLate;
        }
    }

    // The acknowledgement fixed who sees the answer; a private reply is not shown in a public one.
    private static IReadOnlyList<DiscordMessage> MessagesOf(ChatReply reply, Answer answer)
    {
        var isPrivate = answer.IsPrivate;
        if (reply.Visibility == ReplyVisibility.Private && !isPrivate && reply.Status != ReplyStatus.Error)
        {
            reply = AdapterReplies.OnlyPrivately;
        }

        // Its buttons would act on the channel that they are in.
        if (answer.Command.Request.Channel != answer.Interaction.Channel)
        {
            reply = reply with { Blocks = [.. reply.Blocks.Where(block => block is not ChoicesBlock)] };
        }

        // A button's label already says what it does, and only the member sees what they typed.
        reply = answer.Interaction.Kind == InteractionKind.Press ? reply : AskedWords.PutAbove(reply, answer.Command.Request, answer.Command.Info);
        var canBeShared = isPrivate && answer.Command.Info is { IsPersonal: false } && !answer.Interaction.IsDirect && reply.Status != ReplyStatus.Error;
        var (cards, files) = (answer.Interaction.ShowsCards, answer.Interaction.TakesFiles);
        var form = new MessageForm(cards, canBeShared, HasFiles: files, HasLayout: cards);
        return [.. ReplyMessages.Of(reply, form, DiscordLimits.OfReplies.MessagesPerReply).Select(message => message.ShowTo(isPrivate))];
    }

    private async Task DeliverAsync(IReadOnlyList<DiscordMessage> messages, Answer answer, CancellationToken givenUp)
    {
        if (await answer.Acknowledged.Task is not { } response)
        {
            LogNotAcknowledged();
            return;
        }

        var webhook = webhookOf(answer.Interaction);
        var isFirstThere = ReferenceEquals(response.Data, messages[0]);
        if (!isFirstThere && await SendInOneFormAsync(EditAsync, messages[0]) is var shown && IsUndelivered(shown, "show my answer"))
        {
            // Otherwise the acknowledgement would stay there.
            var told = MessageRenderer.Render(ChatReply.Error(DeliveryProblems.ExplainAnswer(shown)).Blocks, new MessageForm());
            await webhook.EditOriginalAsync(told, MaxDelivery, givenUp);
            return;
        }

        foreach (var message in messages.Skip(1))
        {
            if (IsUndelivered(await SendInOneFormAsync(FollowUpAsync, message), "send the rest of my answer"))
            {
                return;
            }
        }

        Task<RestAnswer> EditAsync(DiscordMessage message) => webhook.EditOriginalAsync(message, MaxDelivery, givenUp);

        Task<RestAnswer> FollowUpAsync(DiscordMessage message) => webhook.FollowUpAsync(message, MaxDelivery, givenUp);
    }

    // If Discord refuses the component layout, the message is sent with cards.
    private static async Task<RestAnswer> SendInOneFormAsync(Func<DiscordMessage, Task<RestAnswer>> sendAsync, DiscordMessage message) =>
        await sendAsync(message) is var answer && message.Layout is not null && answer is RestAnswer.Refused { Error.Code: DiscordError.InvalidForm }
            ? await sendAsync(message with { Layout = null })
            : answer;

    private bool IsUndelivered(RestAnswer answer, string doing)
    {
        if (answer.Explain(doing, "“Send Messages”") is not { } problem)
        {
            return false;
        }

        LogNotDelivered(problem);
        return true;
    }

    [LoggerMessage(LogLevel.Warning, "An answer was not delivered: {Why}")]
    private partial void LogNotDelivered(string why);

    [LoggerMessage(LogLevel.Warning, "An answer was not delivered: the first response did not reach Discord, or was refused.")]
    private partial void LogNotAcknowledged();

    [LoggerMessage(LogLevel.Warning, "A command from {Platform} took too long and was stopped.")]
    private partial void LogTooLate(string platform);

    /// <summary>An answer in progress: the worker builds it, and the first response waits briefly for it.</summary>
    private sealed record Answer(Interaction Interaction, FoundCommand Command, bool IsPrivate, FirstResponse<DiscordMessage> First)
    {
        /// <summary>The first response after it was sent; null if it could not be sent.</summary>
        public TaskCompletionSource<InteractionResponse?> Acknowledged { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Puts a message into the first response while that waits. A file can only be added by a later edit.</summary>
        public void Put(DiscordMessage message)
        {
            if (message.Files.Count > 0)
            {
                First.Close();
            }
            else
            {
                First.TrySend(message);
            }
        }
    }
}
