using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Protocol;
using Bot.Testing;

namespace Bot.Discord.Tests;

/// <summary>
/// What Discord is sent, in files that a person approved. Where it changes on purpose, the received file beside the approved one is looked at and
/// takes its place.
/// </summary>
internal static class Approval
{
    private static readonly JsonSerializerOptions Indented = new(DiscordJson.Options) { WriteIndented = true };

    public static async Task CheckAsync(string folder, string name, JsonNode json)
    {
        var text = $"{json.ToJsonString(Indented)}\n";
        var approved = Path.Combine(Repository.Root, folder, $"{name}.json");
        var received = Path.Combine(Repository.Root, folder, $"{name}.received.json");
        if (!File.Exists(approved) || await File.ReadAllTextAsync(approved) != text)
        {
            Directory.CreateDirectory(Path.Combine(Repository.Root, folder));
            await File.WriteAllTextAsync(received, text);
            Assert.Fail($"{received} differs from the approved file. Look at it, and rename it where it is right.");
        }

        File.Delete(received);
    }
}
