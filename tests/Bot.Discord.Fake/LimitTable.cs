using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Discord.Fake;

/// <summary>
/// Discord's limits from its reference (resources/message, components/reference, interactions/application-commands), including those that its OpenAPI
/// description lacks. Lengths are counted after trimming.
/// </summary>
public static partial class LimitTable
{
    private const int Ephemeral = 64;
    private const int UiKit = 32_768;

    /// <summary>The exceeded limits in a body of any route.</summary>
    public static IEnumerable<string> Check(JsonNode? body) => body switch
    {
        JsonArray commands => Commands(commands),
        JsonObject { } callback when callback["data"] is JsonObject data && callback["type"] is not null => Callback((int?)callback["type"] ?? 0, data),
        JsonObject { } post when post["message"] is JsonObject first && post.ContainsKey("name") => ForumPost(post, first),
        JsonObject message when message.ContainsKey("content") || message.ContainsKey("embeds") || message.ContainsKey("components") => Message(message),
        _ => [],
    };

    private static IEnumerable<string> Callback(int type, JsonObject data) => type switch
    {
        4 => Message(data),
        5 => ((int?)data["flags"] ?? 0) is 0 or Ephemeral ? [] : ["a deferred response with another flag than ephemeral"],
        8 => Suggestions(data),
        9 => Form(data),
        _ => [],
    };

    private static IEnumerable<string> Message(JsonObject message) => ((int?)message["flags"] & UiKit) == UiKit ? LaidOut(message) : Classic(message);

    private static IEnumerable<string> LaidOut(JsonObject message)
    {
        var all = FakeMessage.Objects(message["components"]).SelectMany(FakeMessage.All).ToList();
        var sections = all.Where(component => (int?)component["type"] == 9).ToList();
        var buttons = all.Where(component => (int?)component["type"] == 2).ToList();
        return Broken(
        [
            (message.ContainsKey("content") || message.ContainsKey("embeds") || message.ContainsKey("poll"), "text, cards or a poll next to components V2"),
            (all.Count is 0 or > 40, "no component or more than 40"),
            (all.Sum(component => Length(component["content"])) > 4000, "texts over 4,000 in all"),
            (all.Any(component => (int?)component["type"] == 10 && Length(component["content"]) == 0), "an empty text"),
            (sections.Any(section => FakeMessage.Objects(section["components"]).Count() is 0 or > 3 || section["accessory"] is null), "a section with no or more than 3 texts, or without an accessory"),
            (all.Any(component => (int?)component["type"] == 17 && !FakeMessage.Objects(component["components"]).Any()), "an empty container"),
            (all.Any(component => (int?)component["type"] == 1 && FakeMessage.Objects(component["components"]).Count() is 0 or > 5), "a row of none or more than 5"),
            (message["allowed_mentions"]?["parse"] is not JsonArray { Count: 0 }, "mentions are not ruled out"),
            (buttons.Any(button => Length(button["label"]) is 0 or > 80), "a button without label or over 80"),
            (buttons.Any(button => (int?)button["style"] == 5 ? Length(button["url"]) is 0 or > 512 || button.ContainsKey("custom_id") : Length(button["custom_id"]) is 0 or > 100), "a button without a link"),
            (buttons.Where(button => button.ContainsKey("custom_id")).GroupBy(button => (string?)button["custom_id"]).Any(same => same.Count() > 1), "the same custom id twice"),
        ]);
    }

    private static IEnumerable<string> Classic(JsonObject message)
    {
        var cards = FakeMessage.Objects(message["embeds"]).ToList();
        var buttons = FakeMessage.Objects(message["components"]).SelectMany(row => FakeMessage.Objects(row["components"])).ToList();
        var texts = cards.Select(card => (Title: Length(card["title"]), Text: Length(card["description"]))).ToList();
        return Broken(
        [
            (Length(message["content"]) > 2000, "content over 2,000"),
            (Length(message["content"]) == 0 && cards.Count == 0 && message["poll"] is null && message["attachments"] is null, "an empty message"),
            (cards.Count > 10, "more than 10 cards"),
            (texts.Any(text => text.Title > 256), "a card's title over 256"),
            (texts.Any(text => text.Text > 4096), "a card's text over 4,096"),
            (texts.Sum(text => text.Title + text.Text) > 6000, "cards over 6,000 in all"),
            (texts.Any(text => text.Title + text.Text == 0), "an empty card"),
            (cards.Where(card => card["url"] is not null).GroupBy(card => (string?)card["url"]).Any(same => same.Count() > 1), "cards with the same URL, of which only one is shown"),
            (message["allowed_mentions"]?["parse"] is not JsonArray { Count: 0 }, "mentions are not ruled out"),
            (Length(message["nonce"]) > 25, "a nonce over 25"),
            (FakeMessage.Objects(message["components"]).Count() > 5, "more than 5 rows"),
            (FakeMessage.Objects(message["components"]).Any(row => FakeMessage.Objects(row["components"]).Count() is 0 or > 5), "a row of none or more than 5"),
            (buttons.Any(button => Length(button["label"]) is 0 or > 80), "a button without label or over 80"),
            (buttons.Any(button => Length(button["custom_id"]) is 0 or > 100), "a custom id that is empty or over 100"),
            (buttons.Select(button => (string?)button["custom_id"]).Distinct().Count() != buttons.Count, "the same custom id twice"),
            (Length(message["poll"]?["question"]?["text"]) > 300, "a poll's question over 300"),
            (FakeMessage.Objects(message["poll"]?["answers"]).Any(answer => Length(answer["poll_media"]?["text"]) is 0 or > 55), "a poll's answer over 55"),
        ]);
    }

    private static IEnumerable<string> ForumPost(JsonObject post, JsonObject first) => Broken(
        [
            (Length(post["name"]) is 0 or > 100, "a post's title that is empty or over 100"),
            ((post["applied_tags"] as JsonArray)?.Count > 5, "more than 5 tags"),
            (first.ContainsKey("nonce") || first.ContainsKey("poll"), "a nonce or a poll in a forum post"),
        ])
        .Concat(Message(first));

    private static IEnumerable<string> Suggestions(JsonObject data)
    {
        var choices = FakeMessage.Objects(data["choices"]).ToList();
        return Broken(
        [
            (choices.Count > 25, "more than 25 suggestions"),
            (choices.Any(choice => Length(choice["name"]) is 0 or > 100 || Length(choice["value"]) is 0 or > 100), "a suggestion over 100"),
        ]);
    }

    private static IEnumerable<string> Form(JsonObject data)
    {
        var fields = FakeMessage.Objects(data["components"]).ToList();
        var inputs = fields.Select(field => field["component"] as JsonObject ?? []).ToList();
        return Broken(
        [
            (Length(data["title"]) is 0 or > 45, "a form's title over 45"),
            (Length(data["custom_id"]) is 0 or > 100, "a form's custom id over 100"),
            (fields.Count is 0 or > 5, "a form of none or more than 5 fields"),
            (fields.Any(field => (int?)field["type"] != 18), "a field without a label"),
            (fields.Any(field => Length(field["label"]) is 0 or > 45), "a field's label over 45"),
            (fields.Any(field => Length(field["description"]) > 100), "a field's description over 100"),
            (inputs.Any(input => Length(input["custom_id"]) is 0 or > 100), "an input's custom id that is empty or over 100"),
            (inputs.Select(input => (string?)input["custom_id"]).Distinct().Count() != inputs.Count, "the same custom id twice"),
        ])
        .Concat(inputs.SelectMany(Input));
    }

    private static IEnumerable<string> Input(JsonObject input)
    {
        var options = FakeMessage.Objects(input["options"]).ToList();
        var (least, most) = (int?)input["type"] switch { 3 => (1, 25), 21 => (2, 10), 22 => (1, 10), _ => (0, 0) };
        var preset = options.Count(option => (bool?)option["default"] == true);
        return Broken(
        [
            ((int?)input["type"] is not (3 or 4 or 8 or 19 or 21 or 22 or 23), "an input that forms do not allow"),
            (options.Count < least || options.Count > most, "too few or too many values"),
            (options.Any(option => Length(option["value"]) is 0 or > 100 || Length(option["label"]) is 0 or > 100), "a value or its label over 100"),
            (options.Any(option => Length(option["description"]) > 100), "a value's description over 100"),
            (options.Select(option => (string?)option["value"]).Distinct().Count() != options.Count, "the same value twice"),
            (preset > ((int?)input["max_values"] ?? ((int?)input["type"] == 22 ? 10 : 1)), "more preselected values than can be chosen"),
            ((int?)input["min_values"] == 0 && (bool?)input["required"] != false, "a required field with a minimum of no values"),
            (input.ContainsKey("disabled"), "a disabled input"),
        ]);
    }

    private static IEnumerable<string> Commands(JsonArray commands)
    {
        var all = commands.OfType<JsonObject>().ToList();
        foreach (var kind in all.GroupBy(command => (int?)command["type"] ?? 1))
        {
            if (kind.Count() > (kind.Key == 1 ? 100 : 15))
            {
                yield return $"too many commands of type {kind.Key}";
            }

            if (kind.Select(command => (string?)command["name"]).Distinct().Count() != kind.Count())
            {
                yield return $"two commands of type {kind.Key} have the same name";
            }
        }

        foreach (var wrong in all.SelectMany(Command))
        {
            yield return wrong;
        }
    }

    private static IEnumerable<string> Command(JsonObject command)
    {
        var isSlash = ((int?)command["type"] ?? 1) == 1;
        foreach (var part in Parts(command))
        {
            foreach (var name in Names(part))
            {
                if (isSlash ? !SlashName.IsMatch(name) || name.Any(char.IsUpper) : name.Length is 0 or > 32)
                {
                    yield return $"“{name}” is no name";
                }
            }

            if (isSlash && Descriptions(part).Any(text => text.Length is 0 or > 100))
            {
                yield return $"a description of “{part["name"]}” is empty or over 100";
            }

            var options = FakeMessage.Objects(part["options"]).ToList();
            if (options.Count > 25 || options.SkipWhile(option => (bool?)option["required"] == true).Any(option => (bool?)option["required"] == true))
            {
                yield return $"the options of “{part["name"]}” are too many, or a required one is after an optional one";
            }

            if (FakeMessage.Objects(part["choices"]).Count() > 25 || (part["choices"] is not null && (bool?)part["autocomplete"] == true))
            {
                yield return $"the choices of “{part["name"]}” are too many, or combined with autocomplete";
            }
        }

        var length = Parts(command).Sum(part => Names(part).Max(name => name.Length) + Descriptions(part).Select(text => text.Length).DefaultIfEmpty(0).Max()
            + FakeMessage.Objects(part["choices"]).Sum(choice => Length(choice["name"]) + Length(choice["value"])));
        if (length > 8000)
        {
            yield return $"“{command["name"]}” has {length} characters in all, over 8,000";
        }
    }

    private static IEnumerable<JsonObject> Parts(JsonObject command) =>
        FakeMessage.Objects(command["options"]).SelectMany(Parts).Prepend(command);

    private static IEnumerable<string> Names(JsonObject part) => Localised(part, "name");

    private static IEnumerable<string> Descriptions(JsonObject part) => Localised(part, "description");

    private static IEnumerable<string> Localised(JsonObject part, string name) =>
        (part[$"{name}_localizations"] as JsonObject ?? []).Select(text => (string?)text.Value ?? "").Append((string?)part[name] ?? "");

    private static IEnumerable<string> Broken((bool IsBroken, string What)[] limits) => limits.Where(limit => limit.IsBroken).Select(limit => limit.What);

    private static int Length(JsonNode? text) => text?.GetValueKind() == System.Text.Json.JsonValueKind.String ? ((string?)text ?? "").Trim().Length : 0;

    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}$")]
    private static partial Regex SlashName { get; }
}
