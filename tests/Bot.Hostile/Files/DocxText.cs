using System.IO.Compression;
using System.Text;

namespace Bot.Hostile.Files;

/// <summary>Writes Word files part by part, so that they can have any error.</summary>
internal static class DocxText
{
    public const string Namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    /// <summary>A document with a body.</summary>
    /// <param name="body">XML of the body.</param>
    /// <param name="mainPart">The name of the main part.</param>
    /// <param name="more">More parts, or replacements of these.</param>
    public static byte[] With(string body, string mainPart = "document.xml", params IReadOnlyList<(string Name, byte[] Content)> more) =>
        WithDocument($"<w:document {Namespace}><w:body>{body}</w:body></w:document>", mainPart, more);

    /// <summary>A document with a main part.</summary>
    public static byte[] WithDocument(string document, string mainPart = "document.xml", params IReadOnlyList<(string Name, byte[] Content)> more)
    {
        var parts = Parts(document, mainPart);
        foreach (var (name, content) in more)
        {
            parts[name] = content;
        }

        return Pack(parts.Select(part => (part.Key, part.Value)));
    }

    /// <summary>An archive of parts; names can occur twice.</summary>
    public static byte[] Pack(IEnumerable<(string Name, byte[] Content)> parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The parts of a whole document.</summary>
    public static Dictionary<string, byte[]> Parts(string document, string mainPart = "document.xml") => new()
    {
        ["[Content_Types].xml"] = Bytes($"""
            <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/word/{mainPart}" ContentType="{Word}.document.main+xml"/>
            <Override PartName="/word/styles.xml" ContentType="{Word}.styles+xml"/>
            <Override PartName="/word/footnotes.bin" ContentType="{Word}.footnotes+xml"/></Types>
            """),
        ["_rels/.rels"] = Bytes($"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/officeDocument" Target="word/{mainPart}"/></Relationships>"""),
        [$"word/_rels/{mainPart}.rels"] = Bytes($"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/styles" Target="styles.xml"/>
            <Relationship Id="r2" Type="{Office}/footnotes" Target="footnotes.bin"/></Relationships>
            """),
        ["word/styles.xml"] = Bytes($"""<w:styles {Namespace}><w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 1"/><w:basedOn w:val="B"/></w:style></w:styles>"""),
        ["word/footnotes.bin"] = Bytes($"""<w:footnotes {Namespace}><w:footnote w:id="1"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>"""),
        [$"word/{mainPart}"] = Bytes(document),
    };

    public static string Paragraph(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
