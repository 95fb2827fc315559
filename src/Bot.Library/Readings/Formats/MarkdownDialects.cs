using System.Text.RegularExpressions;

namespace Bot.Library.Readings.Formats;

/// <summary>
/// Marks that other programs than a reader need. Kramdown, and drafts of the IETF in it, have names of headings (<c>{#who}</c>), attributes
/// (<c>{: .class}</c>), references (<c>{{RFC0001}}</c>), and the parts of a draft (<c>--- abstract</c>); Pandoc writes spans (<c>[]{#page3}</c>,
/// <c>[words]{.small}</c>) and fences of blocks (<c>::: note</c>). Each is replaced by what a person would read.
/// </summary>
internal static partial class MarkdownDialects
{
    /// <summary>The text without those marks.</summary>
    public static string RemoveMarks(string body)
    {
        if (!body.Contains('{', StringComparison.Ordinal)
            && !body.Contains(":::", StringComparison.Ordinal)
            && !body.Contains("\n--- ", StringComparison.Ordinal)
            && !body.StartsWith("--- ", StringComparison.Ordinal))
        {
            return body;
        }

        body = Fence.Replace(LinkAttributes.Replace(Span.Replace(body, "${words}"), ""), "");
        var headings = NamedHeading.Matches(body).DistinctBy(match => match.Groups["id"].Value).ToDictionary(
            match => match.Groups["id"].Value, match => match.Groups["text"].Value.Trim(), StringComparer.Ordinal);
        var plain = Part.Replace(body, match => HeadingOf(match.Groups["name"].Value));
        plain = HeadingAttributes.Replace(plain, "");
        plain = LineAttributes.Replace(plain, "");
        return headings.Count == 0 && !Part.IsMatch(body) ? plain : Reference.Replace(plain, match => match.Groups["name"].Value.Trim() is var name && headings.TryGetValue(name, out var heading) ? heading : $"[{name}]");
    }

    private static string HeadingOf(string part) => part switch
    {
        "abstract" => "# Abstract",
        _ when part.StartsWith("note_", StringComparison.Ordinal) => $"# {part["note_".Length..].Replace('_', ' ')}",
        _ => "",
    };

    [GeneratedRegex(@"^#{1,6}[ \t]+(?<text>.+?)[ \t]*\{#(?<id>[\w-]+)[^}\r\n]*\}[ \t]*\r?$", RegexOptions.Multiline)]
    private static partial Regex NamedHeading { get; }

    [GeneratedRegex(@"^--- (?<name>abstract|middle|back|note_\w+|fluff)[ \t]*(?=\r?$)", RegexOptions.Multiline)]
    private static partial Regex Part { get; }

    [GeneratedRegex(@"(?<=^#{1,6}[ \t][^\r\n]{1,300}?)[ \t]*\{[#.:][^}\r\n]*\}[ \t]*(?=\r?$)", RegexOptions.Multiline)]
    private static partial Regex HeadingAttributes { get; }

    [GeneratedRegex(@"^[ \t]*\{:[^}\r\n]*\}[ \t]*(?=\r?$)", RegexOptions.Multiline)]
    private static partial Regex LineAttributes { get; }

    [GeneratedRegex(@"\[(?<words>[^\[\]\r\n]*)\]\{[#.][^{}\r\n]*\}")]
    private static partial Regex Span { get; }

    [GeneratedRegex(@"(?<=\]\([^()\r\n]{1,1000}\))\{[#.][^{}\r\n]*\}")]
    private static partial Regex LinkAttributes { get; }

    [GeneratedRegex(@"^:{3,}[^\r\n]*(?=\r?$)", RegexOptions.Multiline)]
    private static partial Regex Fence { get; }

    [GeneratedRegex(@"\{\{[?!]?(?<name>[^{}\r\n]{1,80})\}\}")]
    private static partial Regex Reference { get; }
}
