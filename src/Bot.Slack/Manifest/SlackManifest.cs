using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat.Delivery;
using Bot.Slack.Settings;

namespace Bot.Slack.Manifest;

/// <summary>The app's manifest for Slack: https://docs.slack.dev/reference/app-manifest.</summary>
public static class SlackManifest
{
    private const string Name = "Seminar Bot";
    private const string Description = "Answers questions about the seminar's readings with cited passages, word for word.";
    private const string AskAnywhere = "Ask the readings";
    private const int MaxHint = 1000;
    private const int MaxCommand = 32;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the manifest of an app that offers these commands.</summary>
    /// <param name="commands">The catalogue; hidden commands are left out.</param>
    /// <param name="options">The settings.</param>
    /// <exception cref="InvalidOperationException">The transport is HTTP, but the public URL is missing.</exception>
    public static string Write(IReadOnlyList<CommandInfo> commands, SlackOptions options)
    {
        ArgumentNullException.ThrowIfNull(commands);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Transport == SlackTransport.Http && options.PublicUrl.Length == 0)
        {
            throw new InvalidOperationException(
                "Slack:PublicUrl is empty. Set it to the URL at which Slack reaches this program, such as https://bot.example.org, "
                + "or set Slack:Transport to Socket, which needs none.");
        }

        return new JsonObject
        {
            ["_metadata"] = new JsonObject { ["major_version"] = 2, ["minor_version"] = 1 },
            ["display_information"] = new JsonObject { ["name"] = Name, ["description"] = Description },
            ["features"] = DescribeFeatures([.. commands.Where(info => !info.IsHidden)], options),
            ["functions"] = WorkflowSteps.Define(),
            ["oauth_config"] = DescribeOAuth(options),
            ["settings"] = DescribeSettings(options),
        }.ToJsonString(Indented);
    }

    private static JsonObject DescribeFeatures(IReadOnlyList<CommandInfo> commands, SlackOptions options)
    {
        var groups = commands.GroupBy(info => info.Group).Where(group => group.Key != options.Command && group.Key.Length < MaxCommand);
        var any = DescribeSlashCommand(
            options.Command, "Any of the commands, where another app has taken its name.", string.Join(" | ", commands.Select(info => info.Name)), options);
        return new JsonObject
        {
            ["agent_view"] = new JsonObject
            {
                ["agent_description"] = Description,
                ["suggested_prompts"] = CreateObjects([DescribePrompt("What can you do?", "help")])
            },
            ["app_home"] = new JsonObject { ["home_tab_enabled"] = true, ["messages_tab_enabled"] = true, ["messages_tab_read_only_enabled"] = false },
            ["bot_user"] = new JsonObject { ["display_name"] = Name, ["always_online"] = true },
            ["shortcuts"] = CreateObjects([
                .. commands.Where(info => info.MessageAction is not null).Select(info => DescribeShortcut(info, info.MessageAction, "message")),
                .. commands.Where(info => info.TakesBareWords).Select(info => DescribeShortcut(info, AskAnywhere, "global")),
            ]),
            ["slash_commands"] = CreateObjects(groups.Select(group => DescribeSlashCommand([.. group], options)).Append(any)),
        };
    }

    private static JsonObject DescribePrompt(string title, string message) => new() { ["title"] = title, ["message"] = message };

    private static JsonObject DescribeShortcut(CommandInfo info, string? name, string type) => new()
    {
        ["name"] = name,
        ["type"] = type,
        ["callback_id"] = info.Name,
        ["description"] = info.Description,
    };

    private static JsonObject DescribeSlashCommand(IReadOnlyList<CommandInfo> group, SlackOptions options)
    {
        var alone = group.FirstOrDefault(info => info.Name == info.Group);
        var usages = group.Select(info => info.Usage[info.Group.Length..].Trim()).Where(usage => usage.Length > 0);
        return DescribeSlashCommand(group[0].Group, (alone ?? group[0]).Description, string.Join(" | ", usages), options);
    }

    private static JsonObject DescribeSlashCommand(string name, string description, string hint, SlackOptions options)
    {
        var command = new JsonObject { ["command"] = $"/{name}", ["description"] = description, ["should_escape"] = false };
        if (hint.Length > 0)
        {
            command["usage_hint"] = ShortText.Of(hint, MaxHint);
        }

        return AddUrl(command, "url", "commands", options);
    }

    private static JsonObject DescribeOAuth(SlackOptions options)
    {
        var scopes = SlackScopes.All.ToLookup(scope => scope.MayBeDeclined, scope => scope.Name);
        var oauth = new JsonObject { ["scopes"] = new JsonObject { ["bot"] = CreateTexts(scopes[false]), ["bot_optional"] = CreateTexts(scopes[true]) } };
        if (options.ServesSeveral)
        {
            oauth["redirect_urls"] = CreateTexts([options.RedirectUrl]);
        }

        return oauth;
    }

    private static JsonObject DescribeSettings(SlackOptions options)
    {
        // Only an organization can remove single workspaces.
        var taken = options.ServesSeveral ? "team_access_revoked" : null;
        var heard = options.HearsChannels;
        var events = new JsonObject
        {
            ["bot_events"] = CreateTexts(new[]
            {
                "agent_session_stopped", "app_home_opened", "app_mention", "app_uninstalled", "function_executed",
                heard ? "message.channels" : null, heard ? "message.groups" : null, "message.im", taken, "tokens_revoked",
            }.OfType<string>()),
        };
        var interactivity = AddUrl(new JsonObject { ["is_enabled"] = true }, "request_url", "interactivity", options);
        return new JsonObject
        {
            ["event_subscriptions"] = AddUrl(events, "request_url", "events", options),
            ["function_runtime"] = "remote",
            ["interactivity"] = AddUrl(interactivity, "message_menu_options_url", "options", options),

            // Only apps that organizations can install have workflow steps: https://docs.slack.dev/workflows/workflow-steps.
            ["org_deploy_enabled"] = true,
            ["socket_mode_enabled"] = options.Transport == SlackTransport.Socket,
            ["token_rotation_enabled"] = options.ServesSeveral,
        };
    }

    private static JsonObject AddUrl(JsonObject part, string name, string path, SlackOptions options)
    {
        if (options.Transport == SlackTransport.Http)
        {
            part[name] = $"{options.PublicUrl.TrimEnd('/')}/slack/{path}";
        }

        return part;
    }

    private static JsonArray CreateTexts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static JsonArray CreateObjects(IEnumerable<JsonObject> parts) => new([.. parts]);
}
