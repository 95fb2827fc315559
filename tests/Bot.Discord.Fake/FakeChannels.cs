using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bot.Discord.Fake;

/// <summary>What stands in the channels, and the routes that read and change it. Safe for many threads.</summary>
internal sealed class FakeChannels
{
    private readonly Lock gate = new();
    private readonly List<FakeMessage> messages = [];
    private readonly HashSet<string> answered = [];
    private readonly Dictionary<string, string> originals = [];
    private readonly HashSet<string> expired = [];

    public bool ShowsCards { get; set; } = true;

    public IReadOnlyList<FakeMessage> Messages
    {
        get
        {
            lock (gate)
            {
                return [.. messages.Where(message => message is { IsPending: false, Type: 0 })];
            }
        }
    }

    public int Pending
    {
        get
        {
            lock (gate)
            {
                return messages.Count(message => message.IsPending);
            }
        }
    }

    public bool IsAnswered(string token)
    {
        lock (gate)
        {
            return answered.Contains(token);
        }
    }

    public FakeMessage Write(string author, string content, string channel, int type)
    {
        lock (gate)
        {
            var message = new FakeMessage(Snowflakes.Next(), channel, new JsonObject { ["content"] = content }) { Author = author, Type = type };
            messages.Add(message);
            return message;
        }
    }

    public void ExpireTokens()
    {
        lock (gate)
        {
            expired.UnionWith(answered);
        }
    }

    /// <summary>Takes the answer to an interaction; false where it was answered before.</summary>
    public bool Take(string token, string channel, JsonNode? response, FakeMessage? pressed)
    {
        lock (gate)
        {
            if (!answered.Add(token))
            {
                return false;
            }

            var data = response?["data"] as JsonObject ?? [];
            switch ((int?)response?["type"])
            {
                case 4:
                    Put(channel, data, token, isPending: false);
                    break;
                case 5:
                    Put(channel, data, token, isPending: true);
                    break;
                case 7 when pressed is not null:
                    var at = messages.FindIndex(message => message.Id == pressed.Id);
                    var sent = (JsonObject)messages[at].Sent.DeepClone();
                    foreach (var (name, value) in data)
                    {
                        sent[name] = value?.DeepClone();
                    }

                    messages[at] = messages[at] with { Sent = sent };
                    break;
                default:
                    break;
            }

            return true;
        }
    }

    /// <summary>Answers a request of these routes; null where it is none of them.</summary>
    public (int Status, JsonNode? Body)? Do(string method, string[] path, IQueryCollection query, JsonNode? body)
    {
        lock (gate)
        {
            return (method, path) switch
            {
                (_, ["webhooks", LoopbackDiscord.BotId, var token, ..]) when expired.Contains(token) => FakeAnswer.Error(401, 50027, "Invalid Webhook Token"),
                ("PATCH", ["webhooks", LoopbackDiscord.BotId, var token, "messages", "@original"]) => EditOriginal(token, body),
                ("POST", ["webhooks", LoopbackDiscord.BotId, var token]) => FollowUp(token, body),
                ("POST", ["channels", var channel, "messages"]) => Post(channel, body),
                ("PATCH", ["channels", _, "messages", var id]) => Edit(id, body),
                ("GET", ["channels", var channel, "messages"]) => List(channel, query),
                ("POST", ["channels", var channel, "messages", var id, "threads"]) => OpenThread(channel, id, body),
                ("PUT", ["channels", _, "messages", "pins", var id]) => Pin(id),
                _ => null,
            };
        }
    }

    private (int, JsonNode?) EditOriginal(string token, JsonNode? body)
    {
        if (!originals.TryGetValue(token, out var id))
        {
            return FakeAnswer.Error(404, 10015, "Unknown Webhook");
        }

        var at = messages.FindIndex(message => message.Id == id);
        messages[at] = messages[at] with { Sent = Merged(messages[at].Sent, body), IsPending = false };
        return (200, messages[at].ToJson());
    }

    private (int, JsonNode?) FollowUp(string token, JsonNode? body)
    {
        if (!answered.Contains(token))
        {
            return FakeAnswer.Error(404, 10015, "Unknown Webhook");
        }

        // A follow-up right after the sign that the bot works edits that sign, and stays as visible as it is.
        if (originals.TryGetValue(token, out var id) && messages.Find(message => message.Id == id) is { IsPending: true })
        {
            return EditOriginal(token, body);
        }

        return (200, Put(LoopbackDiscord.Channel, body as JsonObject ?? [], token, isPending: false).ToJson());
    }

    private (int, JsonNode?) Post(string channel, JsonNode? body)
    {
        if (body is JsonObject { } sent && sent["nonce"] is { } nonce && (bool?)sent["enforce_nonce"] == true
            && messages.Find(message => message.Nonce == (string?)nonce && message.Channel == channel) is { } there)
        {
            return (200, there.ToJson());
        }

        if (WithoutCards(body) is not { } shown)
        {
            return FakeAnswer.Error(403, 50013, "Missing Permissions");
        }

        return (200, Put(channel, shown, null, isPending: false).ToJson());
    }

    // Where cards are not shown they are left off; null for a message of nothing else.
    private JsonObject? WithoutCards(JsonNode? body)
    {
        var shown = body as JsonObject ?? [];
        if (ShowsCards || !FakeMessage.Objects(shown["embeds"]).Any())
        {
            return shown;
        }

        shown["embeds"] = new JsonArray();
        return (string?)shown["content"] is { Length: > 0 } ? shown : null;
    }

    private (int, JsonNode?) Edit(string id, JsonNode? body)
    {
        var at = messages.FindIndex(message => message.Id == id);
        if (at < 0)
        {
            return FakeAnswer.Error(404, 10008, "Unknown Message");
        }

        if (WithoutCards(body) is not { } shown)
        {
            return FakeAnswer.Error(400, 50006, "Cannot send an empty message");
        }

        messages[at] = messages[at] with { Sent = Merged(messages[at].Sent, shown) };
        return (200, messages[at].ToJson());
    }

    private (int, JsonNode?) List(string channel, IQueryCollection query)
    {
        var limit = int.TryParse(query["limit"], CultureInfo.InvariantCulture, out var given) ? given : 50;
        var all = messages.Where(message => message.Channel == channel && !message.IsPrivate && !message.IsPending);
        var chosen = ulong.TryParse(query["after"], CultureInfo.InvariantCulture, out var after)
            ? all.Where(message => ulong.Parse(message.Id, CultureInfo.InvariantCulture) > after).Take(limit)
            : all.Where(message => !ulong.TryParse(query["before"], CultureInfo.InvariantCulture, out var before) || ulong.Parse(message.Id, CultureInfo.InvariantCulture) < before).TakeLast(limit);
        return (200, new JsonArray([.. chosen.Reverse().Select(message => (JsonNode)message.ToJson())]));
    }

    private (int, JsonNode?) OpenThread(string channel, string id, JsonNode? body)
    {
        var at = messages.FindIndex(message => message.Id == id && message.Channel == channel);
        if (at < 0)
        {
            return FakeAnswer.Error(404, 10008, "Unknown Message");
        }

        if (messages[at].Thread is not null)
        {
            return FakeAnswer.Error(400, 160004, "A thread has already been created for this message");
        }

        messages[at] = messages[at] with { Thread = (string?)body?["name"] };
        return (201, new JsonObject { ["id"] = id, ["type"] = 11, ["parent_id"] = channel, ["name"] = messages[at].Thread });
    }

    private (int, JsonNode?) Pin(string id)
    {
        var at = messages.FindIndex(message => message.Id == id);
        messages[at] = messages[at] with { IsPinned = true };
        return (204, null);
    }

    private FakeMessage Put(string channel, JsonObject data, string? interaction, bool isPending)
    {
        var message = new FakeMessage(Snowflakes.Next(), channel, (JsonObject)data.DeepClone())
        {
            Author = LoopbackDiscord.BotId,
            IsPending = isPending,
            IsPrivate = FakeMessage.SaysPrivate(data),
            AnswersInteraction = interaction is not null,
        };
        messages.Add(message);
        if (interaction is not null)
        {
            originals.TryAdd(interaction, message.Id);
        }

        return message;
    }

    private static JsonObject Merged(JsonObject before, JsonNode? change)
    {
        var merged = (JsonObject)before.DeepClone();
        foreach (var (name, value) in change as JsonObject ?? [])
        {
            merged[name] = value?.DeepClone();
        }

        return merged;
    }
}
