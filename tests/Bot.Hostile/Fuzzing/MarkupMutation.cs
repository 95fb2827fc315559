using System.Text;

namespace Bot.Hostile.Fuzzing;

/// <summary>Text formats: their marks are inserted, wrapped around lines, repeated and removed.</summary>
/// <param name="Extension">The extension of the kind.</param>
/// <param name="Pieces">The pieces of a file.</param>
/// <param name="Marks">The marks of the format.</param>
internal sealed record MarkupMutation(string Extension, string[] Pieces, string[] Marks) : IMutation
{
    private const string Prose = "The harbour fills twice a day because the moon pulls at the water. Mr. Hale (the pilot) waits; “nobody”, he says, “is late.”";

    public static MarkupMutation Html { get; } = new(
        ".html",
        [
            "<html><head><title>The tide</title><meta name=\"author\" content=\"Ada Example\"></head><body>",
            $"<article><h1>The tide</h1><p>{Prose}</p><p>{Prose}</p></article>",
            $"<table><tr><th>Day</th><th>Tide</th></tr><tr><td>1</td><td>{Prose}</td></tr></table>",
            "<ul><li>One<ul><li>Two</li></ul></li></ul>",
            $"<div id=main><blockquote>{Prose}</blockquote><a id=p12>12</a><sup>1</sup></div>",
            "<script type=\"application/ld+json\">{\"author\":{\"name\":\"Ada Example\"}}</script>",
        ],
        [
            "<div>", "</div>", "<p>", "</p>", "<table>", "</table>", "<tr>", "<td>", "<ul>", "<li>", "<b>", "</b>", "<i>", "<a href=x>", "</a>", "<svg>", "<math>", "<template>",
            "<select>", "<option>", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE html>", "&#0;", "&#xD800;", "&#x110000;", "&amp", "<script>", "</script>", "<style>", "<textarea>",
            "<body>", "</body>", "<frameset>", "<noscript>", "<p style=\"display:none\">", "<meta charset=utf-16>", "\0", "<", ">", "\"",
        ]);

    public static MarkupMutation Markdown { get; } = new(
        ".md",
        [
            "---\ntitle: The tide\nauthor: [Ada Example, Ben Example]\ndate: 2026-11-23\n---\n\n",
            $"# The tide\n\n{Prose}\n\n## Boats[^1]\n\n{Prose}\n\n[^1]: A note on boats.\n\n",
            "| Day | Tide |\n|---|:--:|\n| 1 | high |\n| 2 | low |\n\n",
            "1. One\n   - two\n     > three\n2. Four\n\n",
            "```\ncode\n```\n\n    more code\n\n",
            "[a link](https://example.org \"title\") ![picture](x) <https://example.org> [ref]\n\n[ref]: x\n\n",
        ],
        [
            "---\n", "title: ", "&a ", "*a", "- ", "? ", "{a: ", "[", "]", "](", ")", "!", "|", "|---|\n", "> ", "* ", "1. ", "    ", "\t", "`", "```\n", "~~~\n", "*", "**", "_", "__", "#", "\n\n", "\n",
            "[^1]", "[^1]: ", "<div>", "</div>", "<!--", "-->", "\\", "&#0;", "{#x}", "{{RFC1}}", "\0", "===\n",
        ]);

    public static MarkupMutation Text { get; } = new(
        ".txt",
        [
            $"The Tide\nBy Ada Example\n23 November 2026\n\n{Prose}\n\n",
            $"CHAPTER I\n\n{Prose}\n\nCHAPTER II\n\n{Prose}\n\n",
            "Article 5\n\n1. Whoever sails:\n(a) pays;\n(i) twice.\n\n",
            "PILOT. The tide is in.\n\nBOY. It is not.\n\n",
            "The boats go out\nand come back in,\nthe moon above\nas thin as tin.\n\n",
            "Contents\n\nChapter I .... 1\nChapter II .... 9\n\nReferences\n\nExample, A. (2026). The tide.\n\n",
        ],
        [
            "(", ")", "[", "]", "“", "”", "’", ".", "...", "…", "!", "?", "Mr. ", "e.g. ", "i. ", "(a) ", "1. ", "[1] ", "Chapter ", "Article ", "Section ", "XIV", "References\n\n", "\n", "\n\n", "\r", "\t", " ", "\u00AD", "\u200B",
            "\u202E", "\u0301", "\uD83D", "\0", "*** START OF THE PROJECT GUTENBERG EBOOK X ***\n", "*** END OF THE PROJECT GUTENBERG EBOOK X ***\n", "-", "|", "©", "。", "\f",
        ]);

    /// <inheritdoc />
    public byte[] Make(Random chance)
    {
        var text = new StringBuilder();
        for (var count = chance.Next(1, 8); count > 0; count--)
        {
            text.Append(Pieces[chance.Next(Pieces.Length)]);
        }

        for (var count = chance.Next(1, 9); count > 0; count--)
        {
            Mutate(text, chance);
        }

        return Encode(text.ToString(), chance);
    }

    private void Mutate(StringBuilder text, Random chance)
    {
        var at = chance.Next(text.Length + 1);
        var length = Math.Min(chance.Next(200), text.Length - at);
        switch (chance.Next(6))
        {
            case 0:
                text.Insert(at, Marks[chance.Next(Marks.Length)], Numbers.Times(chance));
                break;
            case 1:
                text.Insert(at, Marks[chance.Next(Marks.Length)] + Marks[chance.Next(Marks.Length)], Numbers.Times(chance));
                break;
            case 2:
                text.Insert(at, text.ToString(at, length), Math.Min(Numbers.Times(chance), 1000));
                break;
            case 3:
                text.Remove(at, length);
                break;
            case 4:
                text.Insert(at, Numbers.Any(chance));
                break;
            default:
                var inner = text.ToString(at, length);
                var depth = Numbers.Times(chance);
                text.Insert(at + inner.Length, Marks[chance.Next(Marks.Length)], depth).Insert(at, Marks[chance.Next(Marks.Length)], depth);
                break;
        }
    }

    private static byte[] Encode(string text, Random chance) => chance.Next(12) switch
    {
        0 => Encoding.Unicode.GetBytes(text),
        1 => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
        2 => Encoding.Latin1.GetBytes(text),
        _ => Encoding.UTF8.GetBytes(text),
    };
}
