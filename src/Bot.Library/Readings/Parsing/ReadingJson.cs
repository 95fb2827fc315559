using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Library.Readings.Parsing;

/// <summary>The result of reading a file as bytes: between processes, and in the folder that keeps it.</summary>
[JsonSerializable(typeof(ParsedFile))]
internal sealed partial class ReadingJson : JsonSerializerContext
{
    private static readonly ReadingJson Compact = new(new JsonSerializerOptions
    {
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static byte[] Write(ParsedFile parsed) => JsonSerializer.SerializeToUtf8Bytes(parsed, Compact.ParsedFile);

    /// <summary>Reads it back.</summary>
    /// <returns>Null if the bytes are something else, or say what cannot be: they may come from a process that has gone wrong, or a bad disk.</returns>
    public static ParsedFile? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, Compact.ParsedFile) is { } parsed && IsWhole(parsed) ? parsed : null;
        }
        catch (Exception broken) when (broken is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool IsWhole(ParsedFile parsed) => parsed.Outcome == Parsing.ParseOutcome.Read
        ? parsed.Reading is { } reading && reading.Paragraphs.Count > 0 && reading.Paragraphs.Index().All(item => IsWhole(item.Item, item.Index + 1))
        : parsed.Problem is { Length: > 0 };

    // Quotes are cut by these numbers.
    private static bool IsWhole(Paragraph? paragraph, int number)
    {
        if (paragraph is not { Text: { } text, Sentences.Count: > 0 } || paragraph.Number != number)
        {
            return false;
        }

        var end = 0;
        foreach (var sentence in paragraph.Sentences)
        {
            if (sentence.Start < end || sentence.Length < 1 || sentence.Length > text.Length - sentence.Start)
            {
                return false;
            }

            end = sentence.End;
        }

        return true;
    }
}
