using System.Text.Json.Nodes;

namespace Bot.Slack.Tests.Rendering;

/// <summary>Changes the node at a path such as <c>rows.*.*.text</c>; a star means the first item.</summary>
internal static class BlockKitPath
{
    public static bool Exists(JsonNode node, string path) => Parent(node, path) is JsonObject part ? part.ContainsKey(Last(path)) : Parent(node, path) is JsonArray { Count: > 0 };

    public static void Set(JsonNode node, string path, Func<JsonNode?, JsonNode> change)
    {
        switch (Parent(node, path))
        {
            case JsonObject part:
                part[Last(path)] = change(part[Last(path)]);
                break;
            case JsonArray { Count: > 0 } list:
                list[0] = change(list[0]);
                break;
            default:
                throw new InvalidOperationException($"Nothing is at {path} of {node.ToJsonString()}.");
        }
    }

    private static JsonNode? Parent(JsonNode? node, string path) => path.Split('.').SkipLast(1).Aggregate(
        node, (at, name) => name == "*" ? (at as JsonArray)?.FirstOrDefault() : (at as JsonObject)?[name]);

    private static string Last(string path) => path.Split('.')[^1];
}
