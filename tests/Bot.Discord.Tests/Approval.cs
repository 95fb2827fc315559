using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Protocol;
using Bot.Testing;

namespace Bot.Discord.Tests;

/// <summary>
/// Compares requests to Discord with approved files. After an intended change, review the received file and replace the approved one.
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
