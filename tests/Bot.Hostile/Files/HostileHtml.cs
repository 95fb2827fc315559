using System.Text;

namespace Bot.Hostile.Files;

/// <summary>Pages with extremely nested or repeated elements.</summary>
internal static class HostileHtml
{
    public static IReadOnlyList<HostileFile> Files { get; } =
    [
        new("html-deep.html", () => HostileFiles.Repeat("<div>", 200_000)),
        new("html-deep-tables.html", () => HostileFiles.Repeat("<table><tr><td>", 100_000)),
        new("html-deep-lists.html", () => HostileFiles.Repeat("<ul><li>", 100_000)),
        new("html-deep-templates.html", () => HostileFiles.Repeat("<template>", 100_000)),
        new("html-deep-pictures.html", () => HostileFiles.Repeat("<svg><g>", 100_000)),
        new("html-formats-that-cross.html", () => HostileFiles.Repeat("<b><p><i></b>", 100_000)),
        new("html-open-formats.html", () => HostileFiles.Repeat("<font size=1><a href=x><nobr>", 50_000)),
        new("html-many-attributes.html", () => Bytes($"<p {string.Concat(Enumerable.Range(0, 200_000).Select(i => $"a{i}=b "))}>")),
        new("html-long-attribute.html", () => Bytes($"<p class=\"{new string('a', 10_000_000)}\">")),
        new("html-entities.xhtml", () => Bytes($"<?xml version=\"1.0\"?>{HostileDocx.LaughingEntities("html")}<html><body><p>&l9;</p></body></html>")) { MayBeRead = true },
        new("html-many-links.html", () => HostileFiles.Repeat("<a href=#>x</a>\n", 1_000_000)) { MayBeRead = true },
        new("html-many-paragraphs.html", () => HostileFiles.Repeat("<p>a", 2_000_000)),
        new("html-comment-that-never-ends.html", () => Bytes($"<!--{new string('-', 5_000_000)}")),
        new("html-unknown-letters.html", () => [.. Bytes("<meta charset=\"utf-7\">"), .. HostileFiles.Repeat("+ADw-", 100_000), 0xFF, 0xFE]) { MayBeRead = true },
        new("html-only-a-script.html", () => Bytes($"<script>{new string('(', 1_000_000)}")),
        new("html-cut-off.html", () => Bytes("<html><body><p")),
    ];

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
