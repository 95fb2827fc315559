using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bot.Slack.Fake;

/// <summary>
/// Slack's file uploads: an upload URL, the bytes, and the channel to share with (https://docs.slack.dev/messaging/working-with-files). Thread-safe.
/// </summary>
public sealed class FakeFiles
{
    private readonly ConcurrentDictionary<string, Upload> uploads = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<SharedFile> shared = new();
    private readonly ConcurrentDictionary<string, byte[]> ofMembers = new(StringComparer.Ordinal);
    private int count;

    /// <summary>The shared files, in order.</summary>
    public IReadOnlyList<SharedFile> Shared => [.. shared];

    /// <summary>Whether uploads are refused.</summary>
    public bool RefusesBytes { get; set; }

    /// <summary>The number of downloads of members' files.</summary>
    public int Fetched { get; private set; }

    /// <summary>Whether downloads of members' files are redirected.</summary>
    public bool LeadsElsewhere { get; set; }

    /// <summary>A member's shared file in Slack's JSON.</summary>
    /// <param name="server">The URL of its server.</param>
    /// <param name="name">Its name.</param>
    /// <param name="content">Its content.</param>
    /// <param name="size">The declared size; null for the real size.</param>
    public JsonObject Add(Uri server, string name, byte[] content, long? size = null)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"F{Interlocked.Increment(ref count):0000}");
        ofMembers[id] = content;
        return new JsonObject
        {
            ["id"] = id,
            ["name"] = name,
            ["title"] = name,
            ["mimetype"] = "application/octet-stream",
            ["mode"] = "hosted",
            ["is_external"] = false,
            ["size"] = size ?? content.Length,
            ["user"] = "U0STUDENT",
            ["url_private"] = new Uri(server, $"/files-pri/{id}").AbsoluteUri,
            ["url_private_download"] = new Uri(server, $"/files-pri/{id}/download").AbsoluteUri,
        };
    }

    // Without the permission, Slack redirects to the sign-in page.
    internal async Task HandOverAsync(HttpContext context, string id, bool mayRead)
    {
        Fetched++;
        if (!mayRead || LeadsElsewhere)
        {
            context.Response.Redirect("/signin");
        }
        else if (ofMembers.TryGetValue(id, out var content))
        {
            await context.Response.Body.WriteAsync(content);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    internal JsonObject Place(ApiCall call, Func<string, string> address)
    {
        if (call["filename"].Length == 0 || !int.TryParse(call["length"], CultureInfo.InvariantCulture, out var length) || length <= 0)
        {
            return WebApiMethods.No("missing_argument");
        }

        var id = string.Create(CultureInfo.InvariantCulture, $"F{Interlocked.Increment(ref count):0000}");
        uploads[id] = new Upload(call["filename"], length);
        return WebApiMethods.Yes(("file_id", id), ("upload_url", address(id)));
    }

    // The URL is the permission, so the request must not contain a token.
    internal async Task TakeAsync(HttpContext context, string id)
    {
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes);
        var isMeant = uploads.TryGetValue(id, out var upload) && upload.Bytes is null && upload.Length == bytes.Length
            && !RefusesBytes && context.Request.Headers.Authorization.Count == 0;
        if (isMeant && upload is not null)
        {
            uploads[id] = upload with { Bytes = bytes.ToArray() };
        }

        context.Response.StatusCode = isMeant ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
    }

    internal JsonObject Share(ApiCall call, Func<string, bool> isIn)
    {
        if (call.Json("files") is not JsonArray { Count: > 0 } files)
        {
            return WebApiMethods.No("invalid_arguments");
        }

        // Unlike for messages, a member's id is not accepted as a channel.
        var channel = call["channel_id"];
        if (channel.Length > 0 && !channel.StartsWith('D') && !isIn(channel))
        {
            return WebApiMethods.No(channel.StartsWith('C') ? "not_in_channel" : "channel_not_found");
        }

        var ids = files.Select(file => file?["id"]?.GetValue<string>() ?? "").ToList();
        if (!ids.TrueForAll(id => uploads.TryGetValue(id, out var upload) && upload.Bytes is not null))
        {
            return WebApiMethods.No("file_not_found");
        }

        foreach (var id in ids)
        {
            if (uploads.TryRemove(id, out var upload))
            {
                shared.Enqueue(new SharedFile(upload.Name, channel, Encoding.UTF8.GetString(upload.Bytes ?? []).TrimStart('\uFEFF')) { Thread = call["thread_ts"] });
            }
        }

        return WebApiMethods.Yes();
    }

    private sealed record Upload(string Name, int Length)
    {
        public byte[]? Bytes { get; init; }
    }
}

/// <summary>A shared file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Channel">Its channel; empty for none.</param>
/// <param name="Text">Its text.</param>
public sealed record SharedFile(string Name, string Channel, string Text)
{
    /// <summary>The thread that it is in; empty for none.</summary>
    public string Thread { get; init; } = "";
}
