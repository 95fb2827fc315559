using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Chat;

namespace Bot.Batch;

/// <summary>One answer of the batch, which is also what <c>--json</c> prints. Scripts depend on its form.</summary>
internal sealed record BatchAnswer
{
    /// <summary>The request's id, as it came; absent where the request had none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Id { get; init; }

    /// <summary>The request's command; absent where it named none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Command { get; init; }

    /// <summary><c>answered</c>, <c>unsure</c>, <c>abstained</c> or <c>error</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The reply as plain text.</summary>
    public required string Text { get; init; }

    /// <summary>How likely the first passage is right, 0 to 1; absent where nothing was searched for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Confidence { get; init; }

    /// <summary>The quotes that answer, or with the status <c>unsure</c> the nearest ones; best first.</summary>
    public IReadOnlyList<BatchPassage> Passages { get; init; } = [];

    /// <summary>Quotes that only say where to look; absent where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<BatchPassage>? Suggestions { get; init; }

    /// <summary>Files that are handed over; absent where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<BatchFile>? Files { get; init; }

    /// <summary>What is wrong and how to mend it; present with the status <c>error</c> alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    /// <summary>From the request to the reply, in milliseconds.</summary>
    public double ElapsedMs { get; init; }

    /// <summary>The answer that a reply makes.</summary>
    public static BatchAnswer Of(string command, ChatReply reply, TimeSpan elapsed)
    {
        var text = reply.ToPlainText();
        var files = reply.Blocks.OfType<FileBlock>().Select(file => new BatchFile(file.Name, file.MediaType, file.Text)).ToList();
        var suggestions = reply.Quotes.Where(quote => quote.IsSuggestion).Select(BatchPassage.Of).ToList();
        return new BatchAnswer
        {
            Command = command,
            Status = StatusOf(reply.Status),
            Text = text,
            Confidence = reply.Confidence is { } confidence ? Math.Round(confidence, 4) : null,
            Passages = [.. reply.Quotes.Where(quote => !quote.IsSuggestion).Select(BatchPassage.Of)],
            Suggestions = suggestions.Count > 0 ? suggestions : null,
            Files = files.Count > 0 ? files : null,
            Error = reply.Status == ReplyStatus.Error ? text : null,
            ElapsedMs = Math.Round(elapsed.TotalMilliseconds, 2),
        };
    }

    /// <summary>The answer to a line that is no request.</summary>
    public static BatchAnswer Wrong(string problem) => new() { Status = "error", Text = problem, Error = problem };

    /// <summary>The answer as one line of JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, BatchJson.Readable.BatchAnswer);

    private static string StatusOf(ReplyStatus status) => status switch
    {
        ReplyStatus.Answered => "answered",
        ReplyStatus.Unsure => "unsure",
        ReplyStatus.Abstained => "abstained",
        _ => "error",
    };
}

/// <summary>A file with all of its text.</summary>
internal sealed record BatchFile(string Name, string MediaType, string Text);

/// <summary>A quote of a reading with its place.</summary>
internal sealed record BatchPassage
{
    public required string Reading { get; init; }

    public required string Title { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Section { get; init; }

    public required int Paragraph { get; init; }

    public required int Sentence { get; init; }

    public required string Anchor { get; init; }

    public required string Quote { get; init; }

    /// <summary>The sentence of the quote that was found; absent where the quote is that one sentence.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Highlight { get; init; }

    /// <summary>From 0 to 1; null where nothing was ranked.</summary>
    public double? Score { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Origin { get; init; }

    public static BatchPassage Of(QuoteBlock quote) => new()
    {
        Reading = quote.Citation.Reading,
        Title = quote.Citation.Title,
        Section = quote.Citation.Section,
        Paragraph = quote.Citation.Paragraph,
        Sentence = quote.Citation.Sentence,
        Anchor = quote.Citation.Anchor,
        Quote = quote.Text,
        Highlight = quote.Highlight is { } span ? quote.Text.Substring(span.Start, span.Length) : null,
        Score = quote.Score is { } score ? Math.Round(score, 4) : null,
        Origin = quote.Origin,
    };
}

/// <summary>Serializes answers without reflection, and leaves ¶ and quotation marks as people read them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BatchAnswer))]
internal sealed partial class BatchJson : JsonSerializerContext
{
    public static BatchJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // The output is a line of a file or a pipe, never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
