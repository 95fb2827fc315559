using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Discord.Fake;

/// <summary>A message on the loopback platform: the request, and what members see.</summary>
public sealed partial record FakeMessage(string Id, string Channel, JsonObject Sent)
{
    private const int Ephemeral = 64;
    private const int LaidOut = 32_768;
    private const int TextDisplay = 10;
    private const int Reply = 19;

    /// <summary>The author.</summary>
    public string Author { get; init; } = "";

    /// <summary>Its type: 0 for a written message.</summary>
    public int Type { get; init; }

    /// <summary>Whether it is only an acknowledgement (“thinking…”).</summary>
    public bool IsPending { get; init; }

    /// <summary>Whether only one member sees it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether it answers an interaction.</summary>
    public bool AnswersInteraction { get; init; }

    /// <summary>Whether it is pinned.</summary>
    public bool IsPinned { get; init; }

    /// <summary>The name of its thread.</summary>
    public string? Thread { get; init; }

    /// <summary>The nonce of the request, which members and bots never see.</summary>
    public string? Nonce => (string?)Sent["nonce"];

    /// <summary>Its files, as name and text.</summary>
    public IReadOnlyList<(string Name, string Text)> Files =>
        [.. Objects(Sent["attachments"]).Select(file => ((string?)file["filename"] ?? "", (string?)file[FakeFiles.Text] ?? ""))];

    /// <summary>The text that members read, in order, without markup.</summary>
    public string Text => string.Join("\n\n", Parts().Select(MarkdownView.Show));

    /// <summary>The length as Discord counts it.</summary>
    public int Length => Parts().Sum(part => part.Trim().Length);

    /// <summary>The buttons, as label and id.</summary>
    public IReadOnlyList<(string Label, string Id)> Buttons =>
    [
        .. Objects(Sent["components"]).SelectMany(All).Where(component => component.ContainsKey("custom_id"))
            .Select(button => ((string?)button["label"] ?? "", (string?)button["custom_id"] ?? "")),
    ];

    /// <summary>The URLs of its buttons.</summary>
    public IReadOnlyList<string> Links => [.. Objects(Sent["components"]).SelectMany(All).Select(component => (string?)component["url"]).OfType<string>()];

    /// <summary>Whether it has a component layout.</summary>
    public bool IsLaidOut => ((int?)Sent["flags"] & LaidOut) == LaidOut;

    /// <summary>Whether it notifies anyone: a mention in its own text, unless it allows no mentions.</summary>
    public bool Pings => Mentions.IsMatch((string?)Sent["content"] ?? "") && Sent["allowed_mentions"]?["parse"] is not JsonArray { Count: 0 };

    /// <summary>The message in Discord's JSON.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["channel_id"] = Channel,
            ["type"] = Type,
            ["timestamp"] = "2026-03-01T09:00:00+00:00",
            ["author"] = new JsonObject { ["id"] = Author, ["username"] = "somebody", ["bot"] = Author == LoopbackDiscord.BotId },
            ["content"] = (string?)Sent["content"] ?? "",
            ["embeds"] = Sent["embeds"]?.DeepClone() ?? new JsonArray(),
            ["components"] = Sent["components"]?.DeepClone() ?? new JsonArray(),
            ["attachments"] = new JsonArray([.. Files.Select(file => (JsonNode)new JsonObject { ["id"] = Id, ["filename"] = file.Name, ["size"] = file.Text.Length })]),
            ["flags"] = (IsPrivate ? Ephemeral : 0) | (IsLaidOut ? LaidOut : 0),
            ["pinned"] = IsPinned,
        };
        if (Sent["message_reference"] is { } reference)
        {
            json["type"] = Reply;
            json["message_reference"] = reference.DeepClone();
        }

        if (Sent["poll"] is { } poll)
        {
            json["poll"] = poll.DeepClone();
        }

        if (Thread is not null)
        {
            json["thread"] = new JsonObject { ["id"] = Id, ["type"] = 11, ["parent_id"] = Channel, ["name"] = Thread };
        }

        if (AnswersInteraction)
        {
            json["interaction_metadata"] = new JsonObject { ["id"] = "1" };
        }

        return json;
    }

    /// <summary>Whether the flags of a body make a message private.</summary>
    public static bool SaysPrivate(JsonNode? body) => ((int?)body?["flags"] & Ephemeral) == Ephemeral;

    /// <summary>A component with its nested components and its accessory.</summary>
    internal static IEnumerable<JsonObject> All(JsonObject component) => Objects(component["components"]).SelectMany(All)
        .Concat(component["accessory"] is JsonObject accessory ? [accessory] : [])
        .Prepend(component);

    internal static IEnumerable<JsonObject> Objects(JsonNode? array) => array is JsonArray items ? items.OfType<JsonObject>() : [];

    private IEnumerable<string> Parts()
    {
        var content = (string?)Sent["content"] ?? "";
        if (content.Length > 0)
        {
            yield return content;
        }

        foreach (var card in Objects(Sent["embeds"]))
        {
            foreach (var name in new[] { "title", "description" })
            {
                if ((string?)card[name] is { Length: > 0 } words)
                {
                    yield return words;
                }
            }
        }

        foreach (var text in Objects(Sent["components"]).SelectMany(All).Where(component => (int?)component["type"] == TextDisplay))
        {
            yield return (string?)text["content"] ?? "";
        }

        if ((string?)Sent["poll"]?["question"]?["text"] is { } question)
        {
            yield return question;
        }
    }

    [GeneratedRegex("@everyone|@here|<@[!&]?[0-9]+>")]
    private static partial Regex Mentions { get; }
}
