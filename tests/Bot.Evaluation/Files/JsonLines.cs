using System.Text.Json;

namespace Bot.Evaluation.Files;

/// <summary>Reads files with one JSON object per line, one line at a time.</summary>
internal static class JsonLines
{
    /// <summary>Reads each line that is not blank.</summary>
    /// <param name="path">The file, in UTF-8.</param>
    /// <param name="read">Converts a line's object; throws <see cref="FormatException"/> if a part is missing.</param>
    /// <exception cref="EvaluationException">The file is missing, or a line is malformed; the message names both.</exception>
    public static IEnumerable<T> Read<T>(string path, Func<JsonElement, T> read)
    {
        var number = 0;
        foreach (var line in InputFile.Lines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return ReadLine(path, number, line, read);
            }
        }
    }

    /// <summary>A text property.</summary>
    /// <exception cref="FormatException">The property is missing.</exception>
    public static string Text(this JsonElement element, string name) =>
        element.OptionalText(name) ?? throw new FormatException($"“{name}” is missing or not a text");

    /// <summary>A text property; null if it is missing.</summary>
    public static string? OptionalText(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A list of texts; empty if it is missing.</summary>
    public static IReadOnlyList<string> Texts(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String
                ? item.GetString()!
                : throw new FormatException($"“{name}” contains values that are not texts"))]
            : [];

    private static T ReadLine<T>(string path, int number, string line, Func<JsonElement, T> read)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? read(json.RootElement)
                : throw new FormatException("it is not a JSON object");
        }
        catch (Exception malformed) when (malformed is JsonException or FormatException)
        {
            throw EvaluationException.AtLine(path, number, malformed.Message);
        }
    }
}
