using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Slack.Manifest;
using Bot.Testing;
using NJsonSchema;

namespace Bot.Slack.Tests.Manifest;

public sealed class SlackManifestTests
{
    private const string Schemas = "data/slack-manifest-schema";

    private static readonly IReadOnlyList<CommandInfo> Commands = new ScriptedSeminar().Commands;
    private static readonly SlackOptions Http = new() { PublicUrl = "https://bot.example.org/" };
    private static readonly SlackOptions Socket = new() { Transport = SlackTransport.Socket };

    [SharedDataTheory($"{Schemas}/schemas/manifest.schema.2.0.0.json")]
    [InlineData(SlackTransport.Http)]
    [InlineData(SlackTransport.Socket)]
    public async Task TheManifestIsValid(SlackTransport transport)
    {
        var schema = await JsonSchema.FromFileAsync(SharedData.PathOf($"{Schemas}/schemas/manifest.schema.2.0.0.json"));

        var problems = schema.Validate(SlackManifest.Write(Commands, transport == SlackTransport.Http ? Http : Socket));

        Assert.Empty(problems.Select(problem => problem.ToString()));
    }

    [SharedDataFact($"{Schemas}/schemas/manifest.schema.2.0.0.json")]
    public async Task TheSchemaDoesFindMistakes()
    {
        var schema = await JsonSchema.FromFileAsync(SharedData.PathOf($"{Schemas}/schemas/manifest.schema.2.0.0.json"));
        var manifest = JsonNode.Parse(SlackManifest.Write(Commands, Http))!;
        manifest["features"]!["slash_commands"]![0]!["command"] = "ask";

        Assert.NotEmpty(schema.Validate(manifest.ToJsonString()));
    }

    [Fact]
    public void EachCommandOfTheCatalogueIsASlashCommandAndTheUmbrellaTakesAnyOfThem()
    {
        var commands = Of(Http)["features"]!["slash_commands"]!.AsArray();

        Assert.Equal(
            ["/ask", "/counter", "/checkquote", "/debate", "/seminar"], commands.Select(command => command!["command"]!.GetValue<string>()));
        Assert.Equal("[topic] | schedule <time> [zone:ZONE]", commands[3]!["usage_hint"]!.GetValue<string>());
        Assert.All(commands, command => Assert.Equal("https://bot.example.org/slack/commands", command!["url"]!.GetValue<string>()));
    }

    [Fact]
    public void CommandsThatTakeTheWordsOfAMessageAreShortcuts() =>
        Assert.Equal(["Counter this", "Check quote"], Of(Http)["features"]!["shortcuts"]!.AsArray().Select(shortcut => shortcut!["name"]!.GetValue<string>()));

    [Fact]
    public void SocketModeNeedsNoAddress()
    {
        var manifest = Of(Socket);

        Assert.True(manifest["settings"]!["socket_mode_enabled"]!.GetValue<bool>());
        Assert.DoesNotContain("http", manifest.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutAnAddressTheManifestSaysHowToGetOne() =>
        Assert.Contains("Set it to the address", Assert.Throws<InvalidOperationException>(() => SlackManifest.Write(Commands, new SlackOptions())).Message, StringComparison.Ordinal);

    private static JsonNode Of(SlackOptions options) => JsonNode.Parse(SlackManifest.Write(Commands, options))!;
}
