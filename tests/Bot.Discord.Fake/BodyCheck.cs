using System.Text.Json.Nodes;

namespace Bot.Discord.Fake;

/// <summary>Checks the bot's requests: against Discord's OpenAPI description, if available, and against a table of limits that it lacks.</summary>
public sealed class BodyCheck
{
    private readonly OpenApiDescription? description;

    /// <param name="specification">The path of the description; null or a missing file for none.</param>
    public BodyCheck(string? specification) =>
        description = File.Exists(specification) ? OpenApiDescription.Load(specification) : null;

    /// <summary>The problems of a request's body.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path below the API's base.</param>
    /// <param name="body">The body; null if there is none.</param>
    public IEnumerable<string> Request(string method, string path, JsonNode? body)
    {
        foreach (var wrong in LimitTable.Check(body))
        {
            yield return $"{method} {path}: {wrong}";
        }

        foreach (var wrong in description?.Check(method, path, body) ?? [])
        {
            yield return $"{method} {path}: {wrong}";
        }
    }

    /// <summary>The problems of the first response to an interaction.</summary>
    public IEnumerable<string> Callback(JsonNode? response) => Request("POST", "interactions/1/token/callback", response);
}
