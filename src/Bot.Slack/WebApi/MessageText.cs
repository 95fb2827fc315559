using System.Text.RegularExpressions;

namespace Bot.Slack.WebApi;

/// <summary>Decodes a member's text from Slack's format: https://docs.slack.dev/messaging/formatting-message-text.</summary>
internal static partial class MessageText
{
    /// <summary>The text of a message, without the mention of the bot at its start.</summary>
    public static string ReadWords(string text) => Unescape(Reference.Replace(LeadingMention.Replace(text, ""), ShowReference)).Trim();

    /// <summary>Whether a message mentions a member, a user group, or a whole channel.</summary>
    public static bool MentionsSomebody(string text) => Call.IsMatch(text);

    /// <summary>Unescapes the three characters that Slack escapes.</summary>
    public static string Unescape(string text) => text
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    // <https://example.org|example.org>, <#C012|general>, <@U012>, <!here>: the visible text, or nothing for a bare id.
    private static string ShowReference(Match reference)
    {
        var (target, label) = (reference.Groups["target"].Value, reference.Groups["label"].Value);
        var isChannel = target.StartsWith('#');
        return label.Length > 0 ? $"{(isChannel ? "#" : "")}{label}"
            : isChannel || target.StartsWith('@') || target.StartsWith('!') ? ""
            : target;
    }

    [GeneratedRegex(@"^\s*(<@[A-Z0-9]+(\|[^<>]*)?>[\s:,]*)+")]
    private static partial Regex LeadingMention { get; }

    [GeneratedRegex("<[@!]")]
    private static partial Regex Call { get; }

    [GeneratedRegex(@"<(?<target>[^<>|\s][^<>|]*)(\|(?<label>[^<>]*))?>")]
    private static partial Regex Reference { get; }
}
