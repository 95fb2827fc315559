using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Slack.Manifest;
using Bot.Slack.Settings;
using Bot.Testing;
using NJsonSchema;

namespace Bot.Slack.Tests.Manifest;

public sealed class SlackManifestTests
{
    private const string Schemas = "data/slack-manifest-schema";

    private static readonly IReadOnlyList<CommandInfo> Commands =
        [.. new ScriptedSeminar().Commands.Select(info => info with { TakesBareWords = info.Name == "ask" })];

    private static readonly SlackOptions Http = new() { PublicUrl = "https://bot.example.org/" };
    private static readonly SlackOptions Socket = new() { Transport = SlackTransport.Socket };

    // The manifest has version 2; the schema of version 1 differs only in workflow steps.
    [SharedDataTheory(Schemas)]
    [InlineData(1, SlackTransport.Http, false)]
    [InlineData(2, SlackTransport.Http, false)]
    [InlineData(2, SlackTransport.Http, true)]
    [InlineData(2, SlackTransport.Socket, false)]
    public async Task TheManifestIsValid(int version, SlackTransport transport, bool forSeveral)
    {
        var options = new SlackOptions { Transport = transport, PublicUrl = Http.PublicUrl, ClientId = forSeveral ? "1.2" : "" };
        var manifest = Of(options);
        Assert.Equal(2, manifest["_metadata"]!["major_version"]!.GetValue<int>());
        manifest["_metadata"]!["major_version"] = version;
        if (version == 1)
        {
            manifest.AsObject().Remove("functions");
        }

        var problems = (await SchemaAsync(version)).Validate(manifest.ToJsonString());

        Assert.Empty(problems.Select(problem => problem.ToString()));
    }

    [SharedDataTheory(Schemas)]
    [InlineData("features", "slash_commands", 0, "command", "ask")]
    [InlineData("features", "shortcuts", 0, "type", "everywhere")]
    [InlineData("settings", "event_subscriptions", null, "bot_events", "all")]
    public async Task TheSchemasDoFindMistakes(string part, string section, int? item, string name, string wrong)
    {
        foreach (var version in new[] { 1, 2 })
        {
            var manifest = Of(Http);
            var holder = item is { } number ? manifest[part]![section]![number]! : manifest[part]![section]!;
            holder[name] = wrong;

            Assert.NotEmpty((await SchemaAsync(version)).Validate(manifest.ToJsonString()));
        }
    }

    [SharedDataTheory(Schemas)]
    [InlineData("valid", true)]
    [InlineData("invalid", false)]
    public async Task SlacksOwnSamplesAreDistinguished(string sample, bool isValid)
    {
        var manifest = await File.ReadAllTextAsync(SharedData.PathOf($"{Schemas}/tests/manifests/v2/manifest.{sample}.json"));

        Assert.Equal(isValid, (await SchemaAsync(2)).Validate(manifest).Count == 0);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("1.2", true)]
    public void AnOrganizationTellsOfWorkspacesThatItTakesAway(string clientId, bool isAllowed)
    {
        var settings = Of(new SlackOptions { PublicUrl = Http.PublicUrl, ClientId = clientId })["settings"]!;

        Assert.Equal(isAllowed, settings["event_subscriptions"]!["bot_events"]!.AsArray().Any(name => name!.GetValue<string>() == "team_access_revoked"));
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
    public void CommandsThatTakeTheWordsOfAMessageAndTheOneThatTakesAnyAreShortcuts() =>
        Assert.Equal(
            ["message Counter this", "message Check quote", "global Ask the readings"],
            Of(Http)["features"]!["shortcuts"]!.AsArray().Select(shortcut => $"{shortcut!["type"]} {shortcut["name"]}"));

    [Fact]
    public void EachStepSaysWhatItTakesAndGives()
    {
        var manifest = Of(Http);
        var steps = manifest["functions"]!.AsObject();

        Assert.Contains("function_executed", manifest["settings"]!["event_subscriptions"]!["bot_events"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.Equal(["ask_readings", "post_motion"], steps.Select(step => step.Key));
        Assert.Equal(["answer", "is_answered"], steps["ask_readings"]!["output_parameters"]!["required"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.Equal("slack#/types/channel_id", steps["post_motion"]!["input_parameters"]!["properties"]!["channel"]!["type"]!.GetValue<string>());
    }

    [Fact]
    public void OptionalScopesAreRequestedSeparately()
    {
        var scopes = Of(Http)["oauth_config"]!["scopes"]!;

        Assert.Contains("assistant:write", scopes["bot"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.Equal(
            ["channels:read", "files:read", "files:write", "groups:read", "im:write", "pins:write", "usergroups:read"],
            scopes["bot_optional"]!.AsArray().Select(name => name!.GetValue<string>()));
    }

    [Fact]
    public void SocketModeNeedsNoAddress()
    {
        var manifest = Of(Socket);

        Assert.True(manifest["settings"]!["socket_mode_enabled"]!.GetValue<bool>());
        Assert.DoesNotContain("http", manifest.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutAnAddressTheManifestSaysHowToGetOne() =>
        Assert.Contains("Set it to the URL", Assert.Throws<InvalidOperationException>(() => SlackManifest.Write(Commands, new SlackOptions())).Message, StringComparison.Ordinal);

    private static JsonNode Of(SlackOptions options) => JsonNode.Parse(SlackManifest.Write(Commands, options))!;

    private static Task<JsonSchema> SchemaAsync(int version) =>
        JsonSchema.FromFileAsync(SharedData.PathOf($"{Schemas}/schemas/manifest.schema.{version}.0.0.json"));
}
