using System.Globalization;
using System.Text.Json.Nodes;

namespace Bot.Discord.Fake;

/// <summary>
/// Discord's OpenAPI description, and a validator for the part of JSON Schema that it uses: types, references, unions, lengths, ranges, patterns, required
/// fields. It also reports unknown fields, although Discord would ignore them.
/// </summary>
public sealed class OpenApiDescription
{
    private readonly JsonObject document;

    private OpenApiDescription(JsonObject document) => this.document = document;

    public static OpenApiDescription Load(string path) =>
        new(JsonNode.Parse(File.ReadAllText(path))?.AsObject() ?? throw new InvalidDataException($"{path} is empty."));

    /// <summary>The problems of a request's body.</summary>
    public IEnumerable<string> Check(string method, string path, JsonNode? body)
    {
        if (body is null)
        {
            return [];
        }

        var operation = OperationOf(method, path);
        return operation?["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema
            ? Validate("body", body, schema)
            : [$"the description has no body for this route"];
    }

    private JsonNode? OperationOf(string method, string path)
    {
        var parts = path.Split('/');
        return document["paths"]?.AsObject()
            .Select(candidate => (Parts: candidate.Key.TrimStart('/').Split('/'), candidate.Value))
            .Where(candidate => candidate.Parts.Length == parts.Length
                && candidate.Parts.Zip(parts, (known, given) => known == given || known.StartsWith('{')).All(fits => fits))
            .OrderBy(candidate => candidate.Parts.Count(part => part.StartsWith('{')))
            .Select(candidate => candidate.Value?[method.ToLower(CultureInfo.InvariantCulture)])
            .FirstOrDefault(found => found is not null);
    }

    private List<string> Validate(string at, JsonNode? value, JsonNode schema)
    {
        schema = Resolve(schema);
        foreach (var union in new[] { "oneOf", "anyOf" })
        {
            if (schema[union] is JsonArray cases)
            {
                var outcomes = cases.Select(one => Validate(at, value, one!)).ToList();
                return outcomes.Any(outcome => outcome.Count == 0) ? [] : outcomes.MinBy(outcome => outcome.Count) ?? [];
            }
        }

        if (schema["allOf"] is JsonArray all)
        {
            return [.. all.SelectMany(one => Validate(at, value, one!))];
        }

        var wrong = new List<string>();
        var types = schema["type"] switch { JsonArray several => several.Select(type => (string?)type).ToList(), null => [], var one => [(string?)one] };
        if (types.Count > 0 && !types.Any(type => Is(value, type)))
        {
            wrong.Add($"{at} is no {string.Join(" or ", types)}");
            return wrong;
        }

        if (schema["const"] is { } only && !JsonNode.DeepEquals(only, value))
        {
            wrong.Add($"{at} is not {only.ToJsonString()}");
        }

        if (schema["enum"] is JsonArray allowed && !allowed.Any(item => JsonNode.DeepEquals(item, value)))
        {
            wrong.Add($"{at} is none of {allowed.ToJsonString()}");
        }

        switch (value)
        {
            case JsonObject members:
                wrong.AddRange(Members(at, members, schema));
                break;
            case JsonArray items:
                wrong.AddRange(Range(at, items.Count, schema, "minItems", "maxItems"));
                if (schema["items"] is { } item)
                {
                    wrong.AddRange(items.SelectMany((element, i) => Validate($"{at}[{i}]", element, item)));
                }

                break;
            case JsonValue text when Is(text, "string"):
                wrong.AddRange(Range(at, ((string?)text ?? "").Length, schema, "minLength", "maxLength"));
                if ((string?)schema["pattern"] is { } pattern && !IsMatch((string?)text ?? "", pattern))
                {
                    wrong.Add($"{at} does not match {pattern}");
                }

                break;
            case JsonValue number when Is(number, "number"):
                wrong.AddRange(Range(at, double.Parse(number.ToJsonString(), CultureInfo.InvariantCulture), schema, "minimum", "maximum"));
                break;
            default:
                break;
        }

        return wrong;
    }

    private IEnumerable<string> Members(string at, JsonObject members, JsonNode schema)
    {
        var properties = schema["properties"] as JsonObject ?? [];
        foreach (var name in (schema["required"] as JsonArray ?? []).Select(name => (string?)name ?? "").Where(name => !members.ContainsKey(name)))
        {
            yield return $"{at}.{name} is missing";
        }

        foreach (var (name, value) in members)
        {
            var known = properties[name] ?? (schema["additionalProperties"] as JsonObject);
            if (known is null)
            {
                yield return $"{at}.{name} is unknown";
                continue;
            }

            foreach (var wrong in Validate($"{at}.{name}", value, known))
            {
                yield return wrong;
            }
        }
    }

    private JsonNode Resolve(JsonNode schema)
    {
        while ((string?)schema["$ref"] is { } reference)
        {
            schema = reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode)document, (node, part) => node[part] ?? throw new InvalidDataException(reference));
        }

        return schema;
    }

    private static IEnumerable<string> Range(string at, double value, JsonNode schema, string least, string most)
    {
        if ((double?)schema[least] is { } low && value < low)
        {
            yield return $"{at}: {value} is below {low}";
        }

        if ((double?)schema[most] is { } high && value > high)
        {
            yield return $"{at}: {value} is above {high}";
        }
    }

    // Ids and permissions are numbers in the description and strings in the reference; Discord accepts both.
    private static bool Is(JsonNode? value, string? type) => (type, value?.GetValueKind()) switch
    {
        ("null", null) => true,
        ("object", System.Text.Json.JsonValueKind.Object) => true,
        ("array", System.Text.Json.JsonValueKind.Array) => true,
        ("boolean", System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False) => true,
        ("string", System.Text.Json.JsonValueKind.String) => true,
        ("number", System.Text.Json.JsonValueKind.Number) => true,
        ("integer", System.Text.Json.JsonValueKind.Number) => long.TryParse(value?.ToJsonString(), CultureInfo.InvariantCulture, out _),
        ("integer", System.Text.Json.JsonValueKind.String) => long.TryParse((string?)value, CultureInfo.InvariantCulture, out _),
        _ => false,
    };

    // The description writes script names differently.
    private static bool IsMatch(string text, string pattern)
    {
        try
        {
            return System.Text.RegularExpressions.Regex.IsMatch(text, pattern, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
