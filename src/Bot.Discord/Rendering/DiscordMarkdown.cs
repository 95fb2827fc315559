using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Discord.Rendering;

/// <summary>
/// Escapes plain text for Discord's Markdown. A backslash escapes any character except letters, digits and spaces. In a URL it would be shown, so URLs are
/// in angle brackets, which also prevents a preview.
/// </summary>
internal static partial class DiscordMarkdown
{
    private const string Signs = "\\*_~|`[]<@";

    /// <summary>Escapes text of any number of lines.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        var at = 0;
        foreach (Match address in Addresses.Matches(text))
        {
            EscapeWords(escaped, text, at, address.Index);
            escaped.Append('<').Append(address.Value).Append('>');
            at = address.Index + address.Length;
        }

        EscapeWords(escaped, text, at, text.Length);
        return escaped.ToString();
    }

    /// <summary>A link with escaped text.</summary>
    /// <param name="label">The plain text to show.</param>
    /// <param name="address">The link; null if there is none.</param>
    public static string WriteLink(string label, Uri? address) =>
        address is null ? EscapeLabel(label) : $"[{EscapeLabel(label)}](<{address.AbsoluteUri}>)";

    /// <summary>Lines as a block quote.</summary>
    /// <param name="markdown">Escaped text.</param>
    public static string Quote(string markdown) => $"> {markdown.ReplaceLineEndings("\n").Replace("\n", "\n> ", StringComparison.Ordinal)}";

    // A URL in a label would end the label.
    private static string EscapeLabel(string label)
    {
        var escaped = new StringBuilder(label.Length + 8);
        EscapeWords(escaped, label, 0, label.Length);
        return escaped.ToString();
    }

    private static void EscapeWords(StringBuilder escaped, string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (Signs.Contains(text[i], StringComparison.Ordinal) || BeginsEmoji(text, i, end) || OpensLine(text, i))
            {
                escaped.Append('\\');
            }

            escaped.Append(text[i]);
        }
    }

    // ":rain:" would become an emoji.
    private static bool BeginsEmoji(string text, int at, int end) => text[at] == ':' && Emoji.IsMatch(text.AsSpan(at, end - at));

    // At the start of a line these characters make headings, quotes, lists and small text.
    private static bool OpensLine(string text, int at) => text[at] switch
    {
        '#' or '>' or '-' or '+' => IsBlankToLineStart(text, at),
        '.' or ')' => CountDigitsBefore(text, at) is var digits and > 0 && IsBlankToLineStart(text, at - digits),
        _ => false,
    };

    private static int CountDigitsBefore(string text, int at)
    {
        var digits = 0;
        while (at - digits > 0 && char.IsAsciiDigit(text[at - digits - 1]))
        {
            digits++;
        }

        return digits;
    }

    private static bool IsBlankToLineStart(string text, int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '\t')
        {
            at--;
        }

        return at == 0 || text[at - 1] is '\n' or '\r';
    }

    [GeneratedRegex(@"https?://[^\s<>]*[^\s<>.,:;""'()\]!?]", RegexOptions.IgnoreCase)]
    private static partial Regex Addresses { get; }

    [GeneratedRegex(@"\G:[A-Za-z0-9_+~-]+:")]
    private static partial Regex Emoji { get; }
}
