using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Slack.Rendering;
using Bot.Slack.WebApi;

namespace Bot.Slack.Replies;

/// <summary>
/// Brings a reply to whoever asked: with the acknowledgement, else by the request's response address, else as a message of the bot. What is
/// private stays so on each of these ways, or is not sent.
/// </summary>
internal sealed partial class ReplySender(SlackHttp http, SlackWebApi api, TimeProvider time, ILogger<ReplySender> logger)
{
    /// <summary>Sends the messages of a reply, in order.</summary>
    /// <returns>Whether all of them arrived.</returns>
    public async Task<bool> SendAsync(
        ReplyRoute route, IReadOnlyList<SlackMessage> messages, ReplyVisibility visibility, CancellationToken cancellationToken)
    {
        // An acknowledgement may arrive after what is sent behind it, so it carries a reply whole or not at all.
        if (messages.Count > 1)
        {
            route.Inline?.Close();
        }

        foreach (var message in messages)
        {
            var isSent = TrySendInline(route, message, visibility)
                || await TryRespondAsync(route, Response(route, message, visibility), cancellationToken)
                || await TryPostAsync(route, message, visibility, cancellationToken);
            if (!isSent)
            {
                return false;
            }
        }

        if (route.ReplacesOriginal)
        {
            await TryRespondAsync(route, new JsonObject { ["delete_original"] = true }, cancellationToken);
        }

        return true;
    }

    private static bool TrySendInline(ReplyRoute route, SlackMessage message, ReplyVisibility visibility) =>
        route.Inline is { } inline && inline.TrySend(Response(route, message, visibility));

    private async Task<bool> TryRespondAsync(ReplyRoute route, JsonObject body, CancellationToken cancellationToken)
    {
        if (route.ResponseUrl is not { } response || !response.TryUse(time.GetUtcNow()))
        {
            return false;
        }

        var outcome = await http.SendAsync($"response {route.Workspace.Team} {route.Channel}", Make, cancellationToken);
        return outcome is HttpOutcome.Answered { Status: HttpStatusCode.OK };

        HttpRequestMessage Make() => new(HttpMethod.Post, response.Address) { Content = JsonContent.Create(body) };
    }

    private async Task<bool> TryPostAsync(ReplyRoute route, SlackMessage message, ReplyVisibility visibility, CancellationToken cancellationToken)
    {
        var isEphemeral = visibility == ReplyVisibility.Private && !route.IsDirect;
        var arguments = message.ToJson();
        arguments["channel"] = route.Channel;
        arguments["thread_ts"] = route.Thread;
        if (isEphemeral)
        {
            arguments["user"] = route.User;
        }

        var answer = await api.CallAsync(route.Workspace, isEphemeral ? "chat.postEphemeral" : "chat.postMessage", arguments, cancellationToken);
        if (answer.Problem is { } problem)
        {
            LogUndelivered(problem);
        }

        return answer is ApiAnswer.Done;
    }

    private static JsonObject Response(ReplyRoute route, SlackMessage message, ReplyVisibility visibility)
    {
        var body = message.ToJson();
        body["response_type"] = visibility == ReplyVisibility.Private ? "ephemeral" : "in_channel";
        body["replace_original"] = false;
        if (route.Thread is { } thread)
        {
            body["thread_ts"] = thread;
        }

        return body;
    }

    [LoggerMessage(LogLevel.Warning, "A reply could not be delivered. {Problem}")]
    private partial void LogUndelivered(string problem);
}
