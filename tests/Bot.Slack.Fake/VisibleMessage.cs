using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Slack.Fake;

/// <summary>A message as members see it.</summary>
/// <param name="Text">The visible text, in order.</param>
/// <param name="Notification">The text of the notification.</param>
/// <param name="Buttons">The buttons.</param>
/// <param name="Pings">Whether it notifies anyone.</param>
public sealed partial record VisibleMessage(string Text, string Notification, IReadOnlyList<VisibleButton> Buttons, bool Pings)
{
    private static readonly string[] Calling = ["user", "usergroup", "broadcast", "channel"];

    /// <summary>Reads a message as a member does.</summary>
    public static VisibleMessage Of(JsonObject body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var (words, buttons, pings) = (new StringBuilder(), new List<VisibleButton>(), false);
        foreach (var block in body["blocks"] as JsonArray ?? [])
        {
            Read(block, words, buttons, ref pings);
            words.Append('\n');
        }

        var text = body["text"]?.GetValue<string>() ?? "";
        pings |= Call.IsMatch(text) || body["link_names"] is not null || body["parse"] is not null;
        return new VisibleMessage(words.ToString(), Plain(text), buttons, pings);
    }

    private static void Read(JsonNode? node, StringBuilder words, List<VisibleButton> buttons, ref bool pings)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var part in list)
                {
                    Read(part, words, buttons, ref pings);
                }

                break;
            case JsonObject part when part["type"]?.GetValue<string>() is "button":
                buttons.Add(new VisibleButton(
                    part["text"]?["text"]?.GetValue<string>() ?? "", part["action_id"]?.GetValue<string>() ?? "", part["value"]?.GetValue<string>() ?? ""));
                break;
            case JsonObject part when part["type"]?.GetValue<string>() is "feedback_buttons":
                buttons.AddRange(new[] { part["positive_button"], part["negative_button"] }.Select(half => new VisibleButton(
                    half?["text"]?["text"]?.GetValue<string>() ?? "", part["action_id"]?.GetValue<string>() ?? "", half?["value"]?.GetValue<string>() ?? "")));
                break;
            case JsonObject part:
                pings |= Calling.Contains(part["type"]?.GetValue<string>());
                if (part["text"] is JsonValue text)
                {
                    var written = text.GetValue<string>();
                    var isMarkup = part["type"]?.GetValue<string>() == "mrkdwn";
                    pings |= isMarkup && Call.IsMatch(written);
                    words.Append(isMarkup ? Plain(written) : written);
                }

                foreach (var (_, inner) in part)
                {
                    Read(inner, words, buttons, ref pings);
                }

                if (part["type"]?.GetValue<string>()?.StartsWith("rich_text_", StringComparison.Ordinal) == true)
                {
                    words.Append('\n');
                }

                break;
        }
    }

    private static string Plain(string text) => text
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex("<[@!#]")]
    private static partial Regex Call { get; }
}

/// <summary>A button on a message.</summary>
/// <param name="Label">Its label.</param>
/// <param name="ActionId">Its id.</param>
/// <param name="Value">Its value.</param>
public sealed record VisibleButton(string Label, string ActionId, string Value);
