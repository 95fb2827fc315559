using System.Text.Json;

namespace Bot.Batch;

/// <summary>One request of the batch: <c>{"id":"q1","command":"ask","text":"…","options":{"reading":"…"}}</c>.</summary>
internal sealed record BatchRequest(string Command, string Text, IReadOnlyDictionary<string, string> Options)
{
    private const string Form = """{"id":"q1","command":"ask","text":"Have sanctions worked?"}""";

    /// <summary>Reads one line.</summary>
    /// <param name="line">A line of input.</param>
    /// <returns>The id where one can be read, and either the request or a sentence on what is wrong with it.</returns>
    public static (JsonElement? Id, BatchRequest? Request, string Problem) Parse(string line)
    {
        JsonElement? id = null;
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return (null, null, $"The line is no JSON object. Write one such as {Form}");
            }

            if (root.TryGetProperty("id", out var given) && IsWellFormed(given))
            {
                id = given.Clone();
            }

            return ReadText(root, "command", isRequired: true, out var command) is { } noCommand ? (id, null, noCommand)
                : ReadText(root, "text", isRequired: false, out var text) is { } noText ? (id, null, noText)
                : ReadOptions(root, out var options) is { } noOptions ? (id, null, noOptions)
                : (id, new BatchRequest(command, text, options), "");
        }
        catch (JsonException broken)
        {
            return (id, null, $"The line is no JSON ({Reason(broken)}). Write an object such as {Form}");
        }
        catch (InvalidOperationException)
        {
            // How the reader reports half of a surrogate pair, which is valid JSON but no text.
            return (id, null, "The line holds half of a Unicode character (a \\u escape without its second part). Write the character whole.");
        }
    }

    private static string? ReadText(JsonElement root, string name, bool isRequired, out string value)
    {
        value = "";
        if (!root.TryGetProperty(name, out var element) || element.ValueKind == JsonValueKind.Null)
        {
            return isRequired ? $"The field “{name}” is missing. Write an object such as {Form}" : null;
        }

        if (element.ValueKind != JsonValueKind.String)
        {
            return $"The field “{name}” is no text. Write it in quotation marks.";
        }

        value = element.GetString() ?? "";
        return null;
    }

    private static string? ReadOptions(JsonElement root, out Dictionary<string, string> options)
    {
        options = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (!root.TryGetProperty("options", out var element) || element.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return """The field “options” is no object. Write it such as {"length":"short"}.""";
        }

        foreach (var option in element.EnumerateObject())
        {
            switch (option.Value.ValueKind)
            {
                case JsonValueKind.String:
                    options[option.Name] = option.Value.GetString() ?? "";
                    break;
                case JsonValueKind.Number:
                    options[option.Name] = option.Value.GetRawText();
                    break;
                case JsonValueKind.Null:
                    break;
                default:
                    return $"The option “{option.Name}” is neither a text nor a number.";
            }
        }

        return null;
    }

    private static bool IsWellFormed(JsonElement id)
    {
        try
        {
            return id.ValueKind == JsonValueKind.Number || (id.ValueKind == JsonValueKind.String && id.GetString() is not null);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string Reason(JsonException broken) => $"at character {(broken.BytePositionInLine ?? 0) + 1}";
}
