using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bot.Discord.Fake;

/// <summary>The messages of the channels, and the routes that read and change them. Thread-safe.</summary>
/// <param name="time">The clock for ids and the lifetime of nonces.</param>
internal sealed class FakeChannels(TimeProvider time)
{
    private const int PinNotice = 6;

    private readonly Lock gate = new();
    private readonly List<FakeMessage> messages = [];
    private readonly HashSet<string> answered = [];
    private readonly Dictionary<string, string> originals = [];
    private readonly HashSet<string> expired = [];
    private readonly Dictionary<string, (string Message, DateTimeOffset At)> nonces = [];
    private readonly Dictionary<string, string> lastOfChannel = [];

    /// <summary>The kind of channels that are not threads: 0 for text, 15 for a forum.</summary>
    public int ChannelType { get; set; }

    /// <summary>The posts in forums.</summary>
    public FakeForum Forum { get; } = new(time);

    public bool ShowsCards { get; set; } = true;

    public bool ShowsHistory { get; set; } = true;

    public TimeSpan RemembersNonces { get; set; } = TimeSpan.FromMinutes(3);

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

    public bool IsPending(string token)
    {
        lock (gate)
        {
            return originals.TryGetValue(token, out var id) && messages.FindLast(message => message.Id == id) is { IsPending: true };
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
            return Add(new FakeMessage(NextId(), channel, new JsonObject { ["content"] = content }) { Author = author, Type = type });
        }
    }

    /// <summary>Changes or deletes a message.</summary>
    public void Change(string id, Func<FakeMessage, FakeMessage?> change)
    {
        lock (gate)
        {
            var at = messages.FindIndex(message => message.Id == id);
            if (change(messages[at]) is { } changed)
            {
                messages[at] = changed;
            }
            else
            {
                messages.RemoveAt(at);
            }
        }
    }

    /// <summary>Archives a post, as Discord does after inactivity.</summary>
    public void Archive(string post)
    {
        lock (gate)
        {
            Forum.Archive(post);
        }
    }

    /// <summary>A channel in Discord's JSON.</summary>
    public JsonObject Describe(string channel)
    {
        lock (gate)
        {
            if (Forum.Find(channel) is { } post)
            {
                return post.ToJson();
            }

            var isThread = channel == LoopbackDiscord.Thread;
            var described = new JsonObject
            {
                ["id"] = channel,
                ["name"] = isThread ? "a thread" : "week-2",
                ["type"] = isThread ? 11 : ChannelType,
                ["parent_id"] = isThread ? LoopbackDiscord.Channel : null,
                ["last_message_id"] = lastOfChannel.GetValueOrDefault(channel),
            };
            if (HoldsPosts(channel))
            {
                Forum.Describe(described);
            }

            return described;
        }
    }

    public void ExpireTokens()
    {
        lock (gate)
        {
            expired.UnionWith(answered);
        }
    }

    /// <summary>Stores the answer to an interaction; false if it already has one.</summary>
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

    /// <summary>Answers a request of these routes; null for other routes.</summary>
    public (int Status, JsonNode? Body)? Do(string method, string[] path, IQueryCollection query, JsonNode? body)
    {
        lock (gate)
        {
            return (method, path) switch
            {
                (_, ["webhooks", LoopbackDiscord.BotId, var token, ..]) when expired.Contains(token) => FakeAnswer.Error(401, 50027, "Invalid Webhook Token"),
                ("PATCH", ["webhooks", LoopbackDiscord.BotId, var token, "messages", "@original"]) => EditOriginal(token, body),
                ("POST", ["webhooks", LoopbackDiscord.BotId, var token]) => FollowUp(token, body),
                ("POST", ["users", "@me", "channels"]) => (200, new JsonObject { ["id"] = LoopbackDiscord.DirectOf((string?)body?["recipient_id"] ?? ""), ["type"] = 1 }),
                ("POST", ["channels", var channel, "messages"]) => Post(channel, body),
                ("PATCH", ["channels", _, "messages", var id]) => Edit(id, body),
                ("GET", ["channels", var channel, "messages"]) => List(channel, query),
                ("GET", ["channels", _, "messages", var id]) => Get(id),
                ("POST", ["channels", var channel, "threads"]) => StartPost(channel, body),
                ("GET", ["guilds", _, "threads", "active"]) => (200, Forum.Active()),
                ("GET", ["channels", var channel, "threads", "archived", "public"]) => ShowsHistory
                    ? (200, Forum.Archived(channel, query["before"], int.Parse(query["limit"].ToString(), CultureInfo.InvariantCulture)))
                    : FakeAnswer.Error(403, 50013, "Missing Permissions"),
                ("POST", ["channels", var channel, "messages", var id, "threads"]) => OpenThread(channel, id, body),
                ("PUT", ["channels", var channel, "messages", "pins", var id]) => Pin(channel, id),
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

        // A follow-up right after the acknowledgement edits it, and keeps its visibility.
        if (originals.TryGetValue(token, out var id) && messages.Find(message => message.Id == id) is { IsPending: true })
        {
            return EditOriginal(token, body);
        }

        return (200, Put(LoopbackDiscord.Channel, body as JsonObject ?? [], token, isPending: false).ToJson());
    }

    private bool HoldsPosts(string channel) => ChannelType is 15 or 16 && channel != LoopbackDiscord.Thread && Forum.Find(channel) is null;

    private (int, JsonNode?) StartPost(string channel, JsonNode? body)
    {
        if (!HoldsPosts(channel))
        {
            return FakeAnswer.Error(400, 50024, "Cannot execute action on this channel type");
        }

        if (Forum.Refusal(body) is { } refusal)
        {
            return refusal;
        }

        if (WithoutCards(body?["message"]?.DeepClone()) is not { } shown)
        {
            return FakeAnswer.Error(403, 50013, "Missing Permissions");
        }

        var id = NextId();
        var thread = Forum.Start(id, channel, body);
        var message = Add(new FakeMessage(id, id, Trimmed(shown)) { Author = LoopbackDiscord.BotId });
        lastOfChannel[channel] = id;
        thread["message"] = message.ToJson();
        return (201, thread);
    }

    private (int, JsonNode?) Get(string id) =>
        !ShowsHistory ? FakeAnswer.Error(403, 50001, "Missing Access")
        : messages.Find(message => message.Id == id) is { } message ? (200, message.ToJson())
        : FakeAnswer.Error(404, 10008, "Unknown Message");

    private (int, JsonNode?) Post(string channel, JsonNode? body)
    {
        if (HoldsPosts(channel))
        {
            return FakeAnswer.Error(400, 40058, "Cannot send a message in a forum channel");
        }

        var nonce = (string?)body?["nonce"];
        if (nonce is not null && (bool?)body?["enforce_nonce"] == true
            && nonces.TryGetValue(nonce, out var known) && time.GetUtcNow() - known.At < RemembersNonces
            && messages.Find(message => message.Id == known.Message) is { } there)
        {
            return (200, Created(there));
        }

        if (WithoutCards(body) is not { } shown)
        {
            return FakeAnswer.Error(403, 50013, "Missing Permissions");
        }

        var message = Put(channel, shown, null, isPending: false);
        if (nonce is not null)
        {
            nonces[nonce] = (message.Id, time.GetUtcNow());
        }

        return (200, Created(message));
    }

    // The nonce is not part of a posted message: only the answer to the creation contains it.
    private static JsonObject Created(FakeMessage message)
    {
        var json = message.ToJson();
        json["nonce"] = message.Nonce;
        return json;
    }

    // Removes hidden cards; null for a message with only cards.
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
        var all = messages.Where(message => ShowsHistory && message.Channel == channel && !message.IsPrivate && !message.IsPending);
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

    // Discord posts in the channel who pinned.
    private (int, JsonNode?) Pin(string channel, string id)
    {
        var at = messages.FindIndex(message => message.Id == id);
        messages[at] = messages[at] with { IsPinned = true };
        Write(LoopbackDiscord.BotId, "", channel, PinNotice);
        return (204, null);
    }

    private FakeMessage Put(string channel, JsonObject data, string? interaction, bool isPending)
    {
        var message = Add(new FakeMessage(NextId(), channel, Trimmed(data))
        {
            Author = LoopbackDiscord.BotId,
            IsPending = isPending,
            IsPrivate = FakeMessage.SaysPrivate(data),
            AnswersInteraction = interaction is not null,
        });
        if (interaction is not null)
        {
            originals.TryAdd(interaction, message.Id);
        }

        return message;
    }

    private FakeMessage Add(FakeMessage message)
    {
        messages.Add(message);
        lastOfChannel[message.Channel] = message.Id;
        return message;
    }

    private string NextId() => Snowflakes.At(time.GetUtcNow());

    // Discord trims texts.
    private static JsonObject Trimmed(JsonObject data)
    {
        var trimmed = (JsonObject)data.DeepClone();
        foreach (var (part, name) in FakeMessage.Objects(trimmed["embeds"]).SelectMany(card => new[] { (card, "title"), (card, "description") }).Prepend((trimmed, "content")))
        {
            if ((string?)part[name] is { } text)
            {
                part[name] = text.Trim();
            }
        }

        return trimmed;
    }

    private static JsonObject Merged(JsonObject before, JsonNode? change)
    {
        var merged = (JsonObject)before.DeepClone();
        foreach (var (name, value) in change as JsonObject ?? [])
        {
            merged[name] = value?.DeepClone();
        }

        return Trimmed(merged);
    }
}
