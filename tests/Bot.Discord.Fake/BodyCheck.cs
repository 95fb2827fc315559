using System.Text.Json.Nodes;

namespace Bot.Discord.Fake;

/// <summary>Checks what the bot sends: against Discord's own description where that is there, and against a table of limits that it misses.</summary>
public sealed class BodyCheck
{
    private readonly OpenApiDescription? description;

    /// <param name="specification">The path of the description; null, or a path where nothing is, where there is none.</param>
    public BodyCheck(string? specification) =>
        description = File.Exists(specification) ? OpenApiDescription.Load(specification) : null;

    /// <summary>What is wrong with the body of a request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path below the API's base.</param>
    /// <param name="body">The body; null for none.</param>
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

    /// <summary>What is wrong with the first response to an interaction.</summary>
    public IEnumerable<string> Callback(JsonNode? response) => Request("POST", "interactions/1/token/callback", response);
}
