using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Discord.Rendering;

/// <summary>
/// Plain text as Discord's Markdown that shows it as it is. A backslash takes the meaning from any sign but letters, digits and spaces;
/// in an address it would be shown, so addresses stand in angle brackets, which also keeps Discord from adding a preview.
/// </summary>
internal static partial class DiscordMarkdown
{
    private const string Signs = "\\*_~|`[]<@";

    /// <summary>Escapes text of any number of lines.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        var at = 0;
        foreach (Match address in Addresses().Matches(text))
        {
            EscapeWords(escaped, text, at, address.Index);
            escaped.Append('<').Append(address.Value).Append('>');
            at = address.Index + address.Length;
        }

        EscapeWords(escaped, text, at, text.Length);
        return escaped.ToString();
    }

    /// <summary>Escaped text behind which a page opens.</summary>
    /// <param name="label">What is shown; plain text.</param>
    /// <param name="address">Where it leads; null for nowhere.</param>
    public static string Link(string label, Uri? address) =>
        address is null ? EscapeLabel(label) : $"[{EscapeLabel(label)}](<{address.AbsoluteUri}>)";

    /// <summary>Lines as a block quote.</summary>
    /// <param name="markdown">Escaped text.</param>
    public static string Quote(string markdown) => $"> {markdown.ReplaceLineEndings("\n").Replace("\n", "\n> ", StringComparison.Ordinal)}";

    // An address in a label would end it.
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

    // ":rain:" would become a picture.
    private static bool BeginsEmoji(string text, int at, int end) => text[at] == ':' && Emoji().IsMatch(text.AsSpan(at, end - at));

    // At the beginning of a line these signs make headings, quotes, lists and small print.
    private static bool OpensLine(string text, int at) => text[at] switch
    {
        '#' or '>' or '-' or '+' => IsBlankToLineStart(text, at),
        '.' or ')' => DigitsBefore(text, at) is var digits and > 0 && IsBlankToLineStart(text, at - digits),
        _ => false,
    };

    private static int DigitsBefore(string text, int at)
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
    private static partial Regex Addresses();

    [GeneratedRegex(@"\G:[A-Za-z0-9_+~-]+:")]
    private static partial Regex Emoji();
}
