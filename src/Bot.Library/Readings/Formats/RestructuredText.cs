using System.Text.RegularExpressions;

namespace Bot.Library.Readings.Formats;

/// <summary>
/// Texts whose headings have a line of signs below them, as in reStructuredText, the format of Python's proposals and documentation. They are rewritten as
/// Markdown, which has the same paragraphs and lists; roles, links and directives are replaced by what a person would read.
/// </summary>
internal static partial class RestructuredText
{
    // One such line can be a rule between parts of a text.
    private const int MinHeadings = 2;

    /// <summary>Whether a text has headings of this form.</summary>
    /// <param name="text">A text with line feeds only.</param>
    public static bool Is(string text) => Heading.Matches(text).Count(IsUnderlined) >= MinHeadings;

    /// <summary>The text as Markdown; fields at its beginning (<c>Title: …</c>) become its header.</summary>
    /// <param name="text">A text with line feeds only.</param>
    public static string ToMarkdown(string text)
    {
        var body = text.TrimStart('\n');
        var header = Fields.Match(body) is { Success: true } fields ? $"---\n{FieldMark.Replace(fields.Value, "")}---\n" : "";
        body = body[(header.Length > 0 ? Fields.Match(body).Length : 0)..];
        body = Heading.Replace(body, match => IsUnderlined(match) ? $"\n# {match.Groups["text"].Value.Trim()}\n" : match.Value);
        body = Directive.Replace(LiteralMark.Replace(body, ":"), "");
        body = Role.Replace(Link.Replace(body, "${text}"), "${text}");
        return header + body.Replace("``", "`", StringComparison.Ordinal);
    }

    private static bool IsUnderlined(Match heading) =>
        heading.Groups["text"].Value.TrimEnd() is { Length: > 0 } text
        && text.Any(char.IsLetter)
        && heading.Groups["line"].Length >= text.Length
        && heading.Groups["line"].Length <= text.Length + Math.Max(2, text.Length / 4);

    // A line with a line of signs below it, and perhaps the same above it.
    [GeneratedRegex(@"(?<=\A|\n[ \t]*\n)(?:(?<over>[=~^*+#""'`-])\k<over>{2,}[ \t]*\n)?(?<text>[^\n]{1,120})\n(?<line>(?<sign>[=~^*+#""'`-])\k<sign>{2,})[ \t]*(?=\n|\z)")]
    private static partial Regex Heading { get; }

    [GeneratedRegex(@"\A(?::?[A-Z][\w -]{1,30}:[ \t]+[^\n]+\n(?:[ \t]+[^\n]+\n)*){2,}(?=[ \t]*\n)")]
    private static partial Regex Fields { get; }

    [GeneratedRegex("^:(?=[A-Z])", RegexOptions.Multiline)]
    private static partial Regex FieldMark { get; }

    // ":pep:`13`", "`text <https://…>`__"
    [GeneratedRegex(@"(?::[\w:+.-]{1,40}:)`(?<text>[^`\n]{1,200})`")]
    private static partial Regex Role { get; }

    [GeneratedRegex(@"`(?<text>[^`<>]{1,300}?)\s*<[^`<>\s]{1,1000}>`_{1,2}")]
    private static partial Regex Link { get; }

    // ".. _name: https://…", ".. note::" and comments; the text of a note stands indented below it.
    [GeneratedRegex(@"^\.\.(?:[ \t][^\n]*)?(?:\n|\z)", RegexOptions.Multiline)]
    private static partial Regex Directive { get; }

    [GeneratedRegex(@"(?<=\S)::(?=[ \t]*\n)")]
    private static partial Regex LiteralMark { get; }
}
