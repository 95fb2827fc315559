using System.Net;
using System.Text.Json.Nodes;
using Bot.Chat.Delivery;

namespace Bot.Slack.Replies;

/// <summary>
/// Uploads the files of a reply to Slack (https://docs.slack.dev/messaging/working-with-files): to the reply's channel, or for a private reply to the
/// member's direct messages, because an ephemeral message cannot have files.
/// </summary>
internal sealed partial class FileSender(SlackHttp http, SlackWebApi api, ILogger<FileSender> logger)
{
    /// <summary>Sends the files of a reply.</summary>
    /// <returns>The reply with a note instead of each uploaded file; the others remain and are shown as text.</returns>
    public async Task<ChatReply> SendAsync(ReplyRoute route, ChatReply reply, CancellationToken cancellationToken)
    {
        if (!reply.Blocks.Any(block => block is FileBlock))
        {
            return reply;
        }

        var isHere = reply.Visibility == ReplyVisibility.Channel || route.Channel.StartsWith('D');
        var channel = isHere ? route.Channel : await OpenDirectAsync(route, cancellationToken);
        if (channel is null)
        {
            return reply;
        }

        var thread = isHere ? route.FindThread(reply.Visibility) : null;
        var blocks = new List<ReplyBlock>();
        foreach (var block in reply.Blocks)
        {
            blocks.Add(block is FileBlock file && await TrySendAsync(route, file, channel, thread, cancellationToken)
                ? new TextBlock(isHere ? AdapterReplies.SayFileHere(file.Name) : AdapterReplies.SayFileInDirectMessages(file.Name))
                : block);
        }

        return reply with { Blocks = blocks };
    }

    // Files can be shared only with channels, not with members: https://docs.slack.dev/reference/methods/files.completeUploadExternal.
    private async Task<string?> OpenDirectAsync(ReplyRoute route, CancellationToken cancellationToken) =>
        await CallAsync(route, "conversations.open", new JsonObject { ["users"] = route.User }, cancellationToken) is ApiAnswer.Done { Body: var body }
            ? body.Text("channel", "id")
            : null;

    private async Task<bool> TrySendAsync(ReplyRoute route, FileBlock file, string channel, string? thread, CancellationToken cancellationToken)
    {
        var bytes = file.ToBytes();
        var place = new JsonObject { ["filename"] = file.Name, ["length"] = bytes.Length };
        if (await CallAsync(route, "files.getUploadURLExternal", place, cancellationToken) is not ApiAnswer.Done { Body: var given }
            || given.Text("file_id") is not { } id
            || !Uri.TryCreate(given.Text("upload_url"), UriKind.Absolute, out var address)
            || !await UploadAsync(address, bytes, cancellationToken))
        {
            return false;
        }

        var share = new JsonObject
        {
            ["files"] = new JsonArray(new JsonObject { ["id"] = id, ["title"] = file.Name }),
            ["channel_id"] = channel,
            ["thread_ts"] = thread,
        };
        return await CallAsync(route, "files.completeUploadExternal", share, cancellationToken) is ApiAnswer.Done;
    }

    // The upload URL is the permission: no token is sent.
    private async Task<bool> UploadAsync(Uri address, byte[] bytes, CancellationToken cancellationToken)
    {
        var isTaken = await http.SendAsync(
            "upload", () => new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(bytes) }, cancellationToken)
            is HttpOutcome.Answered { Status: HttpStatusCode.OK };
        if (!isTaken)
        {
            LogNotUploaded();
        }

        return isTaken;
    }

    private async Task<ApiAnswer> CallAsync(ReplyRoute route, string method, JsonObject arguments, CancellationToken cancellationToken)
    {
        var answer = await api.CallAsync(route.Workspace, method, arguments, cancellationToken);
        if (answer.Problem is { } problem)
        {
            LogAsText(problem);
        }

        return answer;
    }

    [LoggerMessage(LogLevel.Warning, "A file is shown as text. {Problem}")]
    private partial void LogAsText(string problem);

    [LoggerMessage(LogLevel.Warning, "A file is shown as text, because Slack did not accept its upload.")]
    private partial void LogNotUploaded();
}
