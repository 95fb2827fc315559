using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Slack.Fake;

/// <summary>Checks messages and views against Block Kit's published rules: https://docs.slack.dev/reference/block-kit.</summary>
public static class BlockKitRules
{
    private const int MostMessageBlocks = 50;

    /// <summary>The rules that a message breaks, in words; empty if it is valid.</summary>
    public static IReadOnlyList<string> CheckMessage(JsonObject message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var problems = new List<string>();
        if (message["blocks"] is JsonArray blocks)
        {
            if (blocks.Count > MostMessageBlocks)
            {
                problems.Add($"message.blocks: {blocks.Count} blocks, but the maximum is {MostMessageBlocks}.");
            }

            problems.AddRange(Check(blocks));
        }

        return problems;
    }

    /// <summary>The rules that a modal or an App Home page breaks.</summary>
    public static IReadOnlyList<string> CheckView(JsonObject view) => Check(view);

    /// <summary>The rules that a part of a message or view breaks, including nested parts.</summary>
    public static IReadOnlyList<string> Check(JsonNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var problems = new List<string>();
        Visit(node, kind: "", problems);
        var twice = node is JsonArray or JsonObject { Count: > 0 } ? IdsUsedTwice(node) : [];
        problems.AddRange(twice.Select(id => $"action_id: {id} is used twice in one message."));
        return problems;
    }

    /// <summary>The objects of a kind in a node, including the node.</summary>
    public static IEnumerable<JsonObject> OfKind(JsonNode node, string kind) => Objects(node, "").Where(found => found.Kind == kind).Select(found => found.Part);

    /// <summary>The total length of all texts in a node.</summary>
    public static int TextOf(JsonNode? node) => Objects(node, "")
        .Select(found => found.Part["text"])
        .OfType<JsonValue>()
        .Sum(text => text.ToString().EnumerateRunes().Count());

    private static IEnumerable<(JsonObject Part, string Kind)> Objects(JsonNode? node, string kind)
    {
        if (node is JsonObject part)
        {
            yield return (part, BlockKitKinds.Of(part, kind));
        }

        foreach (var (child, name) in Children(node))
        {
            foreach (var found in Objects(child, name))
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<(JsonNode? Child, string Name)> Children(JsonNode? node) => node switch
    {
        JsonObject part => part.SelectMany(member => member.Value is JsonArray list
            ? list.Select(item => (item, member.Key))
            : [(member.Value, member.Key)]),
        JsonArray list => list.Select(item => (item, "")),
        _ => [],
    };

    private static void Visit(JsonNode node, string kind, List<string> problems)
    {
        foreach (var (part, found) in Objects(node, kind))
        {
            foreach (var rule in BlockKitLimits.All.Where(rule => rule.Kind == found || rule.Kind == BlockKitLimits.AnyKind))
            {
                problems.AddRange(At(part, rule.Path.Split('.')).Select(rule.Problem).OfType<string>());
            }

            problems.AddRange(BlockKitStructure.Problems(part, found));
        }
    }

    /// <summary>The nodes at a path; a star matches every item of a list.</summary>
    internal static IEnumerable<JsonNode> At(JsonNode? node, ReadOnlyMemory<string> path)
    {
        if (node is null)
        {
            return [];
        }

        if (path.IsEmpty)
        {
            return [node];
        }

        var (name, rest) = (path.Span[0], path[1..]);
        return name == "*"
            ? (node as JsonArray ?? []).SelectMany(item => At(item, rest))
            : node is JsonObject part && part.TryGetPropertyValue(name, out var inner) ? At(inner, rest) : [];
    }

    private static IEnumerable<string> IdsUsedTwice(JsonNode node) => Objects(node, "")
        .Select(found => found.Part["action_id"])
        .Where(id => id?.GetValueKind() == JsonValueKind.String)
        .Select(id => id!.GetValue<string>())
        .Where(id => id != "value")
        .GroupBy(id => id)
        .Where(group => group.Count() > 1)
        .Select(group => group.Key);
}
