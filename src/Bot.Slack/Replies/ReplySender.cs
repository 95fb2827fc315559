using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Bot.Slack.Rendering;

namespace Bot.Slack.Replies;

/// <summary>
/// Sends a reply to the member who asked: in the acknowledgement, through the response URL, or as a message of the bot. A private reply stays private in
/// each case, or is not sent.
/// </summary>
internal sealed partial class ReplySender(SlackHttp http, SlackWebApi api, TimeProvider time, ILogger<ReplySender> logger)
{
    private delegate Task<Delivery> Way(ReplyRoute route, SlackMessage message, ReplyVisibility visibility, CancellationToken cancellationToken);

    private enum Delivery
    {
        Arrived,

        /// <summary>It did not arrive, and can be tried later.</summary>
        Later,

        /// <summary>It cannot be sent this way, or it is unknown whether it arrived.</summary>
        No,
    }

    /// <summary>Sends the messages of a reply, in order.</summary>
    /// <returns>The messages that did not arrive and can be tried later; null if all arrived, or if Slack refuses the rest.</returns>
    public async Task<UndeliveredReply?> SendAsync(
        ReplyRoute route, IReadOnlyList<SlackMessage> messages, ReplyVisibility visibility, CancellationToken cancellationToken)
    {
        // An acknowledgement can arrive after later messages, so it contains the whole reply or nothing.
        if (messages.Count > 1)
        {
            route.Inline?.Close();
        }

        for (var i = 0; i < messages.Count; i++)
        {
            switch (await SendAsync(route, messages[i], visibility, cancellationToken))
            {
                case Delivery.Later:
                    return new UndeliveredReply(route, [.. messages.Skip(i)], visibility);
                case Delivery.No:
                    return null;
            }
        }

        if (route.ReplacesOriginal)
        {
            await RespondAsync(route, new JsonObject { ["delete_original"] = true }, cancellationToken);
        }

        return null;
    }

    /// <summary>Sends the one message of a reply with the acknowledgement.</summary>
    /// <returns>False if the acknowledgement was already sent, or cannot have a message.</returns>
    public static bool TrySendInline(ReplyRoute route, SlackMessage message, ReplyVisibility visibility) =>
        route.Inline is { } inline && inline.TrySend(CreateResponse(route, message, visibility));

    private async Task<Delivery> SendAsync(ReplyRoute route, SlackMessage message, ReplyVisibility visibility, CancellationToken cancellationToken)
    {
        if (TrySendInline(route, message, visibility))
        {
            return Delivery.Arrived;
        }

        // A response URL cannot post a private message in a thread, only in the channel:
        // https://docs.slack.dev/interactivity/handling-user-interaction#publishing_in_thread.
        return visibility == ReplyVisibility.Private && route.FindThread(visibility) is not null
            ? await SendByFirstAsync(PostAsync, RespondAsync)
            : await SendByFirstAsync(RespondAsync, PostAsync);

        // If one way is closed, the other may still work later.
        async Task<Delivery> SendByFirstAsync(Way one, Way other)
        {
            var first = await one(route, message, visibility, cancellationToken);
            var second = first == Delivery.Arrived ? Delivery.Arrived : await other(route, message, visibility, cancellationToken);
            return second == Delivery.No && first == Delivery.Later ? Delivery.Later : second;
        }
    }

    private Task<Delivery> RespondAsync(ReplyRoute route, SlackMessage message, ReplyVisibility visibility, CancellationToken cancellationToken) =>
        RespondAsync(route, CreateResponse(route, message, visibility), cancellationToken);

    private async Task<Delivery> RespondAsync(ReplyRoute route, JsonObject body, CancellationToken cancellationToken)
    {
        if (route.ResponseUrl is not { } response || !response.TryUse(time.GetUtcNow()))
        {
            return Delivery.No;
        }

        switch (await http.SendAsync($"response {route.Workspace.Team} {route.Channel}", Make, cancellationToken))
        {
            case HttpOutcome.Answered { Status: HttpStatusCode.OK } answered when SlackWebApi.Read("response_url", answered) is ApiAnswer.Refused refused:
                LogUndelivered(refused.Why);
                return Delivery.No;
            case HttpOutcome.Answered { Status: HttpStatusCode.OK }:
                return Delivery.Arrived;
            case HttpOutcome.Failed:
                response.GiveBack();
                return Delivery.Later;
            default:
                return Delivery.No;
        }

        HttpRequestMessage Make() => new(HttpMethod.Post, response.Address) { Content = JsonContent.Create(body) };
    }

    private async Task<Delivery> PostAsync(ReplyRoute route, SlackMessage message, ReplyVisibility visibility, CancellationToken cancellationToken)
    {
        var isEphemeral = visibility == ReplyVisibility.Private && !route.IsDirect;
        var arguments = message.ToJson();
        arguments["channel"] = route.Channel;
        arguments["thread_ts"] = route.FindThread(visibility);
        if (isEphemeral)
        {
            arguments["user"] = route.User;
        }

        var answer = await api.CallAsync(route.Workspace, isEphemeral ? "chat.postEphemeral" : "chat.postMessage", arguments, cancellationToken);
        if (answer.Problem is { } problem)
        {
            LogUndelivered(problem);
        }

        return answer switch
        {
            ApiAnswer.Done => Delivery.Arrived,
            ApiAnswer.Failed => Delivery.Later,
            _ => Delivery.No,
        };
    }

    private static JsonObject CreateResponse(ReplyRoute route, SlackMessage message, ReplyVisibility visibility)
    {
        var body = message.ToJson();
        body["response_type"] = visibility == ReplyVisibility.Private ? "ephemeral" : "in_channel";
        body["replace_original"] = false;
        if (visibility == ReplyVisibility.Channel && route.FindThread(visibility) is { } thread)
        {
            body["thread_ts"] = thread;
        }

        return body;
    }

    [LoggerMessage(LogLevel.Warning, "A reply could not be delivered. {Problem}")]
    private partial void LogUndelivered(string problem);
}

/// <summary>The messages of a reply that have not arrived yet.</summary>
/// <param name="Route">The route of the reply.</param>
/// <param name="Messages">The remaining messages, in order.</param>
/// <param name="Visibility">Their visibility.</param>
internal sealed record UndeliveredReply(ReplyRoute Route, IReadOnlyList<SlackMessage> Messages, ReplyVisibility Visibility);
