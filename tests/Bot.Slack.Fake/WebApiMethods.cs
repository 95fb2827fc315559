using System.Globalization;
using System.Text.Json.Nodes;

namespace Bot.Slack.Fake;

/// <summary>The Web API methods that the bot uses, with their errors.</summary>
internal sealed class WebApiMethods(FakeSlack slack)
{
    public JsonObject Answer(ApiCall call)
    {
        if (call.Method == "apps.connections.open")
        {
            return call.Token == FakeSlack.AppToken ? Yes(("url", slack.NewSocket())) : No("invalid_auth");
        }

        if (call.Method == "oauth.v2.access")
        {
            return slack.OAuth.Answer(call);
        }

        if (!slack.Tokens.TryGetValue(call.Token, out var team))
        {
            return No("invalid_auth");
        }

        return call.Method switch
        {
            "auth.test" => Yes(("team_id", team), ("team", "Seminar"), ("user_id", FakeSlack.BotUser), ("user", "seminar_bot")),
            "chat.postMessage" => Post(call, onlyFor: null),
            "chat.postEphemeral" => slack.Faults.RefusesPrivate() ? No("user_not_in_channel") : Post(call, call["user"]),
            "chat.update" => Update(call),
            "chat.getPermalink" => Yes(("permalink", $"https://seminar.slack.example/archives/{call["channel"]}/p{call["message_ts"]}")),
            "pins.add" => Of(slack.Screen.Change(call["channel"], call["timestamp"], message => message with { IsPinned = true })),
            "conversations.open" => OpenDirect(call),
            "files.getUploadURLExternal" or "files.completeUploadExternal" when !slack.Allows("files:write") => Lacks("files:write"),
            "files.getUploadURLExternal" => slack.Files.Place(call, slack.UploadAddress),
            "files.completeUploadExternal" => slack.Files.Share(call, slack.Joined.ContainsKey),
            "conversations.history" or "conversations.replies" => History(call),
            "assistant.threads.setSuggestedPrompts" or "assistant.threads.setTitle" when !slack.Allows("assistant:write") => Lacks("assistant:write"),
            "assistant.threads.setSuggestedPrompts" or "assistant.threads.setTitle" or "assistant.threads.setStatus" or "agents.sessions.setStatus" => slack.Agent.Answer(call),
            "functions.completeSuccess" or "functions.completeError" => slack.Workflows.Answer(call),
            "usergroups.users.list" when !slack.Allows("usergroups:read") => Lacks("usergroups:read"),
            "usergroups.users.list" => Group(call),
            "conversations.info" when !slack.Allows("channels:read") => Lacks("channels:read"),
            "conversations.info" => Channel(call["channel"]),
            "users.conversations" => Channels(call, team),
            "users.info" => Member(call["user"], team),
            "views.open" or "views.publish" => View(call),
            _ => No("unknown_method"),
        };
    }

    private JsonObject Post(ApiCall call, string? onlyFor)
    {
        var isDirect = call["channel"].StartsWith('D') || call["channel"].StartsWith('U');
        if (!isDirect && !slack.Joined.ContainsKey(call["channel"]))
        {
            return No(call["channel"].StartsWith('C') ? "not_in_channel" : "channel_not_found");
        }

        var (message, error) = slack.Screen.Show(call["channel"], BodyOf(call), onlyFor);
        slack.Agent.Posted(call["channel"], call["thread_ts"]);
        return message is null ? No(error ?? "")
            : onlyFor is null ? Yes(("ts", message.Id), ("channel", message.Channel))
            : Yes(("message_ts", message.Id));
    }

    private JsonObject OpenDirect(ApiCall call)
    {
        if (!slack.Allows("im:write"))
        {
            return Lacks("im:write");
        }

        var answer = call["users"].StartsWith('U') ? Yes() : No("user_not_found");
        answer["channel"] = new JsonObject { ["id"] = $"D{call["users"][1..]}" };
        return answer;
    }

    private JsonObject Update(ApiCall call) => slack.Screen.Change(call["channel"], call["ts"], message => message with { Body = BodyOf(call) }) is { } error
        ? No(error)
        : Yes(("ts", call["ts"]), ("channel", call["channel"]));

    private JsonObject History(ApiCall call)
    {
        var found = slack.Screen.Messages.Where(message => message.Channel == call["channel"] && message.OnlyFor is null);
        var isThread = call.Method == "conversations.replies";
        var messages = isThread
            ? found.Where(message => message.Id == call["ts"] || (message.Thread == call["ts"] && IsSince(message, call)))
            : found.Where(message => message.Thread is null && IsSince(message, call)).Reverse();
        var (from, limit) = (Number(call["cursor"], 0), Number(call["limit"], 100));
        var page = messages.Skip(from).Take(limit + 1).ToList();
        var answer = Yes();
        answer["messages"] = new JsonArray([.. page.Take(limit).Select(message => (JsonNode)Entry(message, call["include_all_metadata"] == "true"))]);
        answer["has_more"] = page.Count > limit;
        answer["response_metadata"] = page.Count > limit ? new JsonObject { ["next_cursor"] = $"{from + limit}" } : null;
        return answer;
    }

    private static bool IsSince(ScreenMessage message, ApiCall call) =>
        call["oldest"].Length == 0 || decimal.Parse(message.Id, CultureInfo.InvariantCulture) > decimal.Parse(call["oldest"], CultureInfo.InvariantCulture);

    private static int Number(string text, int otherwise) => text.Length == 0 ? otherwise : int.Parse(text, CultureInfo.InvariantCulture);

    private static JsonObject Entry(ScreenMessage message, bool withMetadata)
    {
        var entry = new JsonObject { ["ts"] = message.Id, ["text"] = message.Body["text"]?.DeepClone(), ["bot_id"] = "B0BOT", ["user"] = FakeSlack.BotUser };
        if (withMetadata && message.Body["metadata"] is { } metadata)
        {
            entry["metadata"] = metadata.DeepClone();
        }

        return entry;
    }

    // All members are in the bot's channels. Slack decides the page size, and an organization's token does not name a workspace.
    private JsonObject Channels(ApiCall call, string team)
    {
        if (team == FakeOAuth.Organization && call["team_id"].Length == 0)
        {
            return No("missing_argument");
        }

        var all = slack.Joined.Keys.Order(StringComparer.Ordinal).ToList();
        var start = call["cursor"].Length == 0 ? 0 : int.Parse(call["cursor"], CultureInfo.InvariantCulture);
        var page = all.Skip(start).Take(slack.MostChannelsAPage).Select(id => (JsonNode)new JsonObject { ["id"] = id, ["name"] = "a channel" });
        var next = start + slack.MostChannelsAPage;
        var answer = Yes();
        answer["channels"] = new JsonArray([.. page]);
        answer["response_metadata"] = new JsonObject { ["next_cursor"] = next < all.Count ? next.ToString(CultureInfo.InvariantCulture) : "" };
        return answer;
    }

    private JsonObject Channel(string channel)
    {
        if (!slack.Joined.ContainsKey(channel))
        {
            return No("channel_not_found");
        }

        var answer = Yes();
        answer["channel"] = new JsonObject { ["id"] = channel, ["name"] = "general" };
        return answer;
    }

    private JsonObject Group(ApiCall call)
    {
        if (!slack.Groups.TryGetValue(call["usergroup"], out var members))
        {
            return No("no_such_subteam");
        }

        var answer = Yes();
        answer["users"] = new JsonArray([.. members.Select(member => JsonValue.Create(member))]);
        return answer;
    }

    private JsonObject Member(string user, string team)
    {
        var answer = Yes();
        answer["user"] = new JsonObject { ["id"] = user, ["team_id"] = slack.Foreign.ContainsKey(user) ? "T0FOREIGN" : team, ["is_admin"] = slack.Admins.ContainsKey(user), ["is_owner"] = false };
        return answer;
    }

    private JsonObject View(ApiCall call)
    {
        if (call.Method == "views.open" && call["trigger_id"].Length == 0)
        {
            return No("invalid_trigger_id");
        }

        // An app without the scope for files cannot ask for files.
        return call.Json("view") is not JsonObject view || (call["view"].Contains("\"file_input\"", StringComparison.Ordinal) && !slack.Allows("files:read"))
            ? No("invalid_arguments")
            : Of(slack.Screen.ShowView(view));
    }

    private static JsonObject BodyOf(ApiCall call)
    {
        var body = new JsonObject();
        foreach (var (name, value) in call.Fields)
        {
            body[name] = name is "blocks" or "metadata" or "attachments" ? JsonNode.Parse(value) : value;
        }

        return body;
    }

    private static JsonObject Of(string? error) => error is null ? Yes() : No(error);

    internal static JsonObject Yes(params (string Name, string Value)[] fields)
    {
        var answer = new JsonObject { ["ok"] = true };
        foreach (var (name, value) in fields)
        {
            answer[name] = value;
        }

        return answer;
    }

    private static JsonObject Lacks(string scope) => new() { ["ok"] = false, ["error"] = "missing_scope", ["needed"] = scope };

    internal static JsonObject No(string error) => new() { ["ok"] = false, ["error"] = error };
}
