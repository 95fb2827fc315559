using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Discord.Fake;

/// <summary>
/// Shows Discord's Markdown as members see it. Stricter than Discord: it removes all unescaped markup characters, even unpaired ones, so that a test
/// notices them.
/// </summary>
public static partial class MarkdownView
{
    private const char Picture = '◻';

    public static string Show(string markdown)
    {
        var lines = markdown.Split('\n').Select(line => ShowLine(line));
        return string.Join('\n', lines);
    }

    private static string ShowLine(string line)
    {
        while (LineStart.Match(line) is { Success: true, Length: > 0 } marker)
        {
            line = line[marker.Length..];
        }

        var shown = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            var rest = line.AsSpan(i);
            if (line[i] == '\\' && i + 1 < line.Length && !char.IsLetterOrDigit(line[i + 1]) && !char.IsWhiteSpace(line[i + 1]))
            {
                shown.Append(line[++i]);
            }
            else if (Link.Match(line, i) is { Success: true } link)
            {
                shown.Append(ShowLine(link.Groups["label"].Value));
                i += link.Length - 1;
            }
            else if (Address.Match(line, i) is { Success: true } address)
            {
                shown.Append(address.Groups["address"].Value);
                i += address.Length - 1;
            }
            else if (Reference.Match(line, i) is { Success: true } reference)
            {
                shown.Append(Picture);
                i += reference.Length - 1;
            }
            else if (!"*_~|`".Contains(line[i], StringComparison.Ordinal))
            {
                shown.Append(line[i]);
            }
        }

        return shown.ToString();
    }

    [GeneratedRegex(@"^\s*(>>> |> |#{1,3} |-# |[-*+] |[0-9]+\. )")]
    private static partial Regex LineStart { get; }

    [GeneratedRegex(@"\G\[(?<label>(\\.|[^\]\\])+)\]\(<?(?<address>https?://[^\s>]+)>?\)")]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"\G(<(?<address>https?://[^\s>]+)>|(?<address>https?://[^\s<]+))")]
    private static partial Regex Address { get; }

    [GeneratedRegex(@"\G(<(@[!&]?|#|t:|/[^>]+:|a?:\w+:|id:)[^>]*>|:[A-Za-z0-9_+~-]+:)")]
    private static partial Regex Reference { get; }
}
