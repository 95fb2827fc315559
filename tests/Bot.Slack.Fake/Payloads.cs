using System.Text.Json.Nodes;

namespace Bot.Slack.Fake;

/// <summary>Slack's complete payloads.</summary>
public static class Payloads
{
    /// <summary>The form of a slash command.</summary>
    public static string Command(FakeSlack slack, string command, string text, string channel, string user, string delivery)
    {
        ArgumentNullException.ThrowIfNull(slack);
        var fields = new (string Name, string Value)[]
        {
            ("token", "verification-is-deprecated"),
            ("team_id", FakeSlack.Team),
            ("team_domain", "seminar"),
            ("channel_id", channel),
            ("channel_name", "general"),
            ("user_id", user),
            ("user_name", "somebody"),
            ("command", $"/{command}"),
            ("text", Escape(text)),
            ("api_app_id", "A0APP"),
            ("is_enterprise_install", "false"),
            ("response_url", slack.ResponseUrl(delivery, channel, user).AbsoluteUri),
            ("trigger_id", delivery),
        };
        return string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));
    }

    /// <summary>A pressed button.</summary>
    public static JsonObject Press(
        FakeSlack slack, string actionId, string value, ScreenMessage? message, string channel, string user, string delivery)
    {
        ArgumentNullException.ThrowIfNull(slack);
        var payload = Interaction("block_actions", user, delivery);
        payload["channel"] = new JsonObject { ["id"] = channel, ["name"] = "general" };
        payload["container"] = new JsonObject
        {
            ["type"] = "message",
            ["message_ts"] = message?.Id ?? "1.0",
            ["channel_id"] = channel,
            ["is_ephemeral"] = message?.OnlyFor is not null,
            ["thread_ts"] = message?.Thread,
        };
        payload["response_url"] = slack.ResponseUrl(delivery, channel, user, message?.Id).AbsoluteUri;
        payload["actions"] = new JsonArray(new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = actionId,
            ["block_id"] = "b1",
            ["value"] = value,
            ["action_ts"] = "1.0",
        });
        return payload;
    }

    /// <summary>The common fields of interactions.</summary>
    public static JsonObject Interaction(string type, string user, string delivery) => new()
    {
        ["type"] = type,
        ["user"] = new JsonObject { ["id"] = user, ["username"] = "somebody", ["team_id"] = FakeSlack.Team },
        ["team"] = new JsonObject { ["id"] = FakeSlack.Team, ["domain"] = "seminar" },
        ["enterprise"] = null,
        ["is_enterprise_install"] = false,
        ["api_app_id"] = "A0APP",
        ["token"] = "verification-is-deprecated",
        ["trigger_id"] = delivery,
    };

    /// <summary>An event in its envelope.</summary>
    public static JsonObject Event(JsonObject happened, string delivery) => new()
    {
        ["token"] = "verification-is-deprecated",
        ["team_id"] = FakeSlack.Team,
        ["api_app_id"] = "A0APP",
        ["event"] = happened,
        ["type"] = "event_callback",
        ["event_id"] = $"Ev{delivery}",
        ["event_time"] = 1_760_000_000,
        ["authorizations"] = new JsonArray(new JsonObject { ["team_id"] = FakeSlack.Team, ["user_id"] = FakeSlack.BotUser, ["is_bot"] = true }),
    };

    /// <summary>Text as Slack escapes it.</summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
    }
}
