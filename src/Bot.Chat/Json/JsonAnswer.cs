using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Chat.Json;

/// <summary>A reply in JSON, for the batch, <c>--json</c>, the HTTP API and the MCP server. Scripts depend on its format.</summary>
public sealed record JsonAnswer
{
    /// <summary>The request's id, unchanged; absent if the request had none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Id { get; init; }

    /// <summary>The request's command; absent if it named none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Command { get; init; }

    /// <summary><c>answered</c>, <c>unsure</c>, <c>abstained</c> or <c>error</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The reply as plain text.</summary>
    public required string Text { get; init; }

    /// <summary>The result of checking a quote: <c>verbatim</c>, <c>altered</c>, <c>stitched</c> or <c>not-found</c>; absent elsewhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Verdict { get; init; }

    /// <summary>The probability that the first passage is right, from 0 to 1; absent if nothing was searched for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Confidence { get; init; }

    /// <summary>The quotes that answer, or with the status <c>unsure</c> the nearest ones; best first.</summary>
    public IReadOnlyList<JsonPassage> Passages { get; init; } = [];

    /// <summary>Quotes that only say where to look; absent if there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<JsonPassage>? Suggestions { get; init; }

    /// <summary>The readings that the reply lists; absent if it lists none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ListedReading>? Readings { get; init; }

    /// <summary>Attached files; absent if there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<JsonFile>? Files { get; init; }

    /// <summary>The problem and how to fix it; present only with the status <c>error</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    /// <summary>From the request to the reply, in milliseconds.</summary>
    public double ElapsedMs { get; init; }

    /// <summary>Converts a reply.</summary>
    /// <param name="command">The request's command.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="elapsed">From the request to the reply.</param>
    public static JsonAnswer Of(string command, ChatReply reply, TimeSpan elapsed)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var text = reply.ToPlainText();
        var files = reply.Blocks.OfType<FileBlock>().Select(file => new JsonFile(file.Name, file.MediaType, file.Text)).ToList();
        var suggestions = reply.Quotes.Where(quote => quote.IsSuggestion).Select(JsonPassage.Of).ToList();
        return new JsonAnswer
        {
            Command = command,
            Status = StatusOf(reply.Status),
            Text = text,
            Verdict = reply.Verdict,
            Confidence = reply.Confidence is { } confidence ? Math.Round(confidence, 4) : null,
            Passages = [.. reply.Quotes.Where(quote => !quote.IsSuggestion).Select(JsonPassage.Of)],
            Suggestions = suggestions.Count > 0 ? suggestions : null,
            Readings = reply.Readings.Count > 0 ? reply.Readings : null,
            Files = files.Count > 0 ? files : null,
            Error = reply.Status == ReplyStatus.Error ? text : null,
            ElapsedMs = Math.Round(elapsed.TotalMilliseconds, 2),
        };
    }

    /// <summary>The answer to an invalid request.</summary>
    /// <param name="problem">The problem and how to fix it.</param>
    public static JsonAnswer Refuse(string problem) => new() { Status = "error", Text = problem, Error = problem };

    /// <summary>The answer as one line of JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonForm.Readable.JsonAnswer);

    private static string StatusOf(ReplyStatus status) => status switch
    {
        ReplyStatus.Answered => "answered",
        ReplyStatus.Unsure => "unsure",
        ReplyStatus.Abstained => "abstained",
        _ => "error",
    };
}

/// <summary>A file with its text.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="MediaType">Its media type: <c>text/csv</c>.</param>
/// <param name="Text">Its text.</param>
public sealed record JsonFile(string Name, string MediaType, string Text);
