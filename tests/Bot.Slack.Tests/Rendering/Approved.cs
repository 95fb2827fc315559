using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Testing;

namespace Bot.Slack.Tests.Rendering;

/// <summary>Compares the messages for Slack with approved files: a changed file is a change that members see.</summary>
internal static class Approved
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Bot.Slack.Tests", "Approved");
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Check(string name, JsonNode sent)
    {
        var file = Path.Combine(Folder, $"{name}.json");
        var text = $"{sent.ToJsonString(Readable)}\n";
        if (!File.Exists(file))
        {
            File.WriteAllText(file, text);
            Assert.Fail($"{file} was not there. It has been written: read it, and keep it if it is good.");
        }

        Assert.Equal(File.ReadAllText(file), text);
    }
}
