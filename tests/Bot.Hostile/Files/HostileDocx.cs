using System.Text;
using static Bot.Hostile.Files.DocxText;

namespace Bot.Hostile.Files;

/// <summary>Word files that expand enormously, nest deeply, have false sizes, or refer to local files.</summary>
internal static class HostileDocx
{
    private const int MegaByte = 1024 * 1024;

    private static readonly string Sentence = Paragraph("The tide comes in.");

    public static IReadOnlyList<HostileFile> Files { get; } =
    [
        new("docx-nested-in-bin.docx", () => With(Nested("w:sdt", "w:sdtContent", 50_000), "document.bin")),
        new("docx-nested-notes-in-bin.docx", () => With(Sentence, "document.xml", ("word/footnotes.bin", Bytes($"<w:footnotes {Namespace}><w:footnote w:id=\"1\">{Nested("w:sdt", "w:sdtContent", 50_000)}</w:footnote></w:footnotes>")))),
        new("docx-nested-in-xml.docx", () => With(Nested("w:sdt", "w:sdtContent", 50_000))),
        new("docx-nested-tables.docx", () => With(string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 5000)) + Sentence + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 5000)), "document.bin")) { MayBeRead = true },
        new("docx-bomb-of-spaces.docx", () => With(new string(' ', 200 * MegaByte))),
        new("docx-bomb-in-bin.docx", () => With($"<w:p><w:r><w:t>{new string('a', 120 * MegaByte)}</w:t></w:r></w:p>", "document.bin")),
        new("docx-bomb-of-paragraphs.docx", () => With(Many(Paragraph("a"), 60 * MegaByte))),
        new("docx-bomb-of-cells.docx", () => With($"<w:tbl><w:tr>{Many($"<w:tc>{Paragraph("a")}</w:tc>", 60 * MegaByte)}</w:tr></w:tbl>")),
        new("docx-bomb-of-attributes.docx", () => WithDocument($"<w:document {Namespace} {string.Concat(Enumerable.Range(0, 500_000).Select(i => $"a{i}=\"\" "))}><w:body>{Sentence}</w:body></w:document>", "document.bin")) { MayBeRead = true },
        new("docx-bomb-of-parts.docx", () => Pack([.. Parts($"<w:document {Namespace}><w:body/></w:document>").Select(part => (part.Key, part.Value)), .. Enumerable.Range(0, 60_000).Select(i => ($"word/{i}.xml", "<a/>"u8.ToArray()))])) { MayBeRead = true },
        new("docx-archive-in-archive.docx", () => Pack([("word/document.xml", NestedArchives(6))])),
        new("docx-entities.docx", () => WithDocument($"{LaughingEntities("w:document")}<w:document {Namespace}><w:body>{Paragraph("&l9;")}</w:body></w:document>")),
        new("docx-entities-in-bin.docx", () => WithDocument($"{LaughingEntities("w:document")}<w:document {Namespace}><w:body>{Paragraph("&l9;")}</w:body></w:document>", "document.bin")),
        new("docx-file-of-the-machine.docx", () => WithDocument($"<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:document {Namespace}><w:body>{Paragraph("&e;")}</w:body></w:document>", "document.bin")),
        new("docx-styles-in-a-circle.docx", () => With($"<w:p><w:pPr><w:pStyle w:val=\"A\"/></w:pPr><w:r><w:t>The tide.</w:t></w:r></w:p>{Sentence}", "document.xml", ("word/styles.xml", Bytes($"<w:styles {Namespace}>{StyleOn("A", "B")}{StyleOn("B", "A")}</w:styles>")))) { MayBeRead = true },
        new("docx-styles-in-a-chain.docx", () => With($"<w:p><w:pPr><w:pStyle w:val=\"S0\"/></w:pPr><w:r><w:t>The tide.</w:t></w:r></w:p>{Sentence}", "document.xml", ("word/styles.xml", Bytes($"<w:styles {Namespace}>{string.Concat(Enumerable.Range(0, 100_000).Select(i => StyleOn($"S{i}", $"S{i + 1}")))}</w:styles>")))) { MayBeRead = true },
        new("docx-relations-in-a-circle.docx", () => With("", "document.xml", ("word/_rels/document.xml.rels", Relations("document.xml", 1)))),
        new("docx-many-relations.docx", () => With("", "document.xml", ("word/_rels/document.xml.rels", Relations("styles.xml", 200_000)))),
        new("docx-paths-to-elsewhere.docx", () => Pack([("../../../etc/x.xml", Bytes("<a/>")), ("/word/document.xml", Bytes("<a/>")), ("word\\document.xml", Bytes("<a/>"))])),
        new("docx-parts-twice.docx", () => Pack([.. Parts("<a/>").Select(part => (part.Key, part.Value)), .. Parts("<b/>").Select(part => (part.Key, part.Value))])),
        new("docx-no-word-document.docx", () => Pack([("a.txt", Bytes("a"))])),
        new("docx-with-password.docx", () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]]),
        new("docx-sizes-that-lie.docx", () => Lying(With(Sentence))) { MayBeRead = true },
        new("docx-cut-off.docx", () => With(Sentence)[..^200]),
        new("docx-only-its-name.docx", () => "PK\u0003\u0004"u8.ToArray()),
    ];

    private static string Nested(string outer, string inner, int depth) =>
        string.Concat(Enumerable.Repeat($"<{outer}><{inner}>", depth)) + Sentence + string.Concat(Enumerable.Repeat($"</{inner}></{outer}>", depth));

    private static string Many(string element, int characters) => new StringBuilder().Insert(0, element, characters / element.Length).ToString();

    private static string StyleOn(string id, string basedOn) =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{id}\"/><w:basedOn w:val=\"{basedOn}\"/></w:style>";

    // Ten entities, each ten times the one before.
    internal static string LaughingEntities(string root) =>
        $"<!DOCTYPE {root} [<!ENTITY l0 \"ha\">{string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">"))}]>";

    private static byte[] Relations(string target, int count) => Bytes(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(Enumerable.Range(0, count).Select(i => $"<Relationship Id=\"r{i}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"{target}\"/>"))
        + "</Relationships>");

    internal static byte[] NestedArchives(int depth) =>
        Pack(Enumerable.Range(0, 10).Select(i => ($"{i}.zip", depth == 0 ? new byte[MegaByte] : i == 0 ? NestedArchives(depth - 1) : Bytes("empty"))));

    // The sizes in the archive's directory are falsely small.
    private static byte[] Lying(byte[] archive)
    {
        for (var i = 0; i + 28 < archive.Length; i++)
        {
            if (archive.AsSpan(i, 4).SequenceEqual("PK\u0001\u0002"u8))
            {
                archive.AsSpan(i + 24, 4).Clear();
            }
        }

        return archive;
    }
}
