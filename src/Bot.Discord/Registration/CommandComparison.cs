using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Discord.Registration;

/// <summary>
/// Compares the commands with those that Discord has. Discord returns them with ids and versions, and without default values.
/// </summary>
internal static class CommandComparison
{
    private static readonly HashSet<string> Compared = new(StringComparer.Ordinal)
    {
        "type", "name", "name_localizations", "description", "description_localizations", "options", "required", "choices", "value",
        "autocomplete", "min_value", "max_length", "default_member_permissions",
    };

    private static readonly HashSet<string> ComparedForAllServers = ["contexts", "integration_types"];

    /// <summary>The differences, a line for each command.</summary>
    /// <param name="wanted">The wanted commands.</param>
    /// <param name="present">The commands from Discord.</param>
    /// <param name="isForAllServers">Whether they are registered for all servers.</param>
    public static IReadOnlyList<string> FindDifferences(JsonArray wanted, JsonArray present, bool isForAllServers)
    {
        var (to, from) = (IndexByName(wanted, isForAllServers), IndexByName(present, isForAllServers));
        return
        [
            .. to.Where(command => !from.ContainsKey(command.Key)).Select(command => $"new: {command.Key}"),
            .. to.Where(command => from.TryGetValue(command.Key, out var before) && before != command.Value).Select(command => $"changed: {command.Key}"),
            .. from.Keys.Where(name => !to.ContainsKey(name)).Select(name => $"gone: {name}"),
        ];
    }

    private static Dictionary<string, string> IndexByName(JsonArray commands, bool isForAllServers) => commands.OfType<JsonObject>()
        .Select(command => (Name: NameOf(command), Form: Normalize(command, isForAllServers)?.ToJsonString() ?? ""))
        .GroupBy(command => command.Name)
        .ToDictionary(command => command.Key, command => command.First().Form, StringComparer.Ordinal);

    private static string NameOf(JsonObject command) => (int?)command["type"] is 2 or 3 ? $"“{command["name"]}” on a message" : $"/{command["name"]}";

    // Sorted, and without null, false and empty values.
    private static JsonNode? Normalize(JsonNode? node, bool isForAllServers) => node switch
    {
        JsonObject members => Sort(members.Where(member => IsCompared(member.Key, isForAllServers)), isForAllServers),
        JsonArray { Count: > 0 } items => new JsonArray([.. items.Select(item => Normalize(item, isForAllServers))]),
        JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.Number => value.DeepClone(),
        JsonValue text when text.GetValueKind() == JsonValueKind.String && (string?)text is { Length: > 0 } => text.DeepClone(),
        _ => null,
    };

    private static JsonObject? Sort(IEnumerable<KeyValuePair<string, JsonNode?>> members, bool isForAllServers)
    {
        var kept = members
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(
                member.Key,
                member.Key.EndsWith("_localizations", StringComparison.Ordinal) && member.Value is JsonObject locales
                    ? Sort(locales, isForAllServers)
                    : Normalize(member.Value, isForAllServers)))
            .Where(member => member.Value is not null)
            .ToList();
        return kept.Count == 0 ? null : new JsonObject(kept);
    }

    private static bool IsCompared(string name, bool isForAllServers) =>
        Compared.Contains(name) || (isForAllServers && ComparedForAllServers.Contains(name));
}
