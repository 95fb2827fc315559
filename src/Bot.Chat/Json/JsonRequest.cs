using System.Text.Json;

namespace Bot.Chat.Json;

/// <summary>A request in JSON: <c>{"id":"q1","command":"ask","text":"…","options":{"reading":"…"}}</c>.</summary>
/// <param name="Command">The command's name.</param>
/// <param name="Text">The text after the name; can be empty.</param>
/// <param name="Options">Options by name, in any case.</param>
public sealed record JsonRequest(string Command, string Text, IReadOnlyDictionary<string, string> Options)
{
    private const string Line = """{"id":"q1","command":"ask","text":"Have sanctions worked?"}""";
    private const string Body = """{"text":"Have sanctions worked?"}""";

    /// <summary>Reads one line of the batch.</summary>
    /// <param name="line">A line of input.</param>
    /// <returns>The id if it can be read, and either the request or the problem.</returns>
    public static (JsonElement? Id, JsonRequest? Request, string Problem) ParseLine(string line) => Parse(line, null, "line", Line);

    /// <summary>Reads the body of a request whose address names the command.</summary>
    /// <param name="body">The body.</param>
    /// <param name="command">The command. The body can name it, but must not name another.</param>
    /// <returns>As <see cref="ParseLine"/>.</returns>
    public static (JsonElement? Id, JsonRequest? Request, string Problem) ParseBody(string body, string command) =>
        Parse(body, command, "body", Body);

    private static (JsonElement? Id, JsonRequest? Request, string Problem) Parse(string json, string? named, string what, string form)
    {
        JsonElement? id = null;
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return (null, null, $"The {what} is not a JSON object. Write one such as {form}");
            }

            if (root.TryGetProperty("id", out var given) && IsWellFormed(given))
            {
                id = given.Clone();
            }

            return ReadCommand(root, named, form, out var command) is { } noCommand ? (id, null, noCommand)
                : ReadText(root, "text", out var text) is { } noText ? (id, null, noText)
                : ReadOptions(root, out var options) is { } noOptions ? (id, null, noOptions)
                : (id, new JsonRequest(command, text, options), "");
        }
        catch (JsonException broken)
        {
            return (id, null, $"The {what} is not JSON ({Explain(broken)}). Write an object such as {form}");
        }
        catch (InvalidOperationException)
        {
            // The reader throws this for half of a surrogate pair, which is valid JSON but not valid text.
            return (id, null, $"The {what} contains half of a Unicode character (a \\u escape without its second part). Write the character whole.");
        }
    }

    private static string? ReadCommand(JsonElement root, string? named, string form, out string command)
    {
        var problem = ReadText(root, "command", out command);
        if (problem is not null || named is null)
        {
            return problem ?? (IsAbsent(root, "command") ? $"The field “command” is missing. Write an object such as {form}" : null);
        }

        if (command.Length > 0 && command != named)
        {
            return $"The address asks for “{named}” and the field “command” for another command. Leave the field out.";
        }

        command = named;
        return null;
    }

    private static string? ReadText(JsonElement root, string name, out string value)
    {
        value = "";
        if (IsAbsent(root, name))
        {
            return null;
        }

        var element = root.GetProperty(name);
        if (element.ValueKind != JsonValueKind.String)
        {
            return $"The field “{name}” is not a text. Write it in quotation marks.";
        }

        value = element.GetString() ?? "";
        return null;
    }

    private static string? ReadOptions(JsonElement root, out Dictionary<string, string> options)
    {
        options = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (IsAbsent(root, "options"))
        {
            return null;
        }

        var element = root.GetProperty("options");
        if (element.ValueKind != JsonValueKind.Object)
        {
            return """The field “options” is not an object. Write it like {"length":"short"}.""";
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

    private static bool IsAbsent(JsonElement root, string name) => !root.TryGetProperty(name, out var element) || element.ValueKind == JsonValueKind.Null;

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

    private static string Explain(JsonException broken) => $"at character {(broken.BytePositionInLine ?? 0) + 1}";
}
