using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Bot.Hostile.Files;

/// <summary>Writes PDF files object by object, so that they can have any error.</summary>
internal sealed class PdfText
{
    private readonly List<byte> bytes = [];
    private readonly SortedDictionary<int, int> offsets = [];

    public PdfText() => Write("%PDF-1.7\n");

    /// <summary>A document of one page with a content stream and resources.</summary>
    public static byte[] Page(string content, string resources = "", string page = "/MediaBox [0 0 595 842]") =>
        Page(Encoding.Latin1.GetBytes(content), "", resources, page);

    public static byte[] Page(byte[] content, string filter, string resources = "", string page = "/MediaBox [0 0 595 842]") => new PdfText()
        .WithPage(content, filter, resources, page)
        .Build();

    /// <summary>The objects 1 to 5: catalogue, page tree, page, its content and a font.</summary>
    public PdfText WithPage(byte[] content, string filter = "", string resources = "", string page = "/MediaBox [0 0 595 842]") => this
        .Add(1, "<< /Type /Catalog /Pages 2 0 R >>")
        .Add(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
        .Add(3, $"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> {resources} >> {page} >>")
        .Add(4, content, filter)
        .Add(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");

    public PdfText Add(int number, string value)
    {
        offsets[number] = bytes.Count;
        Write($"{number} 0 obj\n{value}\nendobj\n");
        return this;
    }

    public PdfText Add(int number, byte[] stream, string dictionary)
    {
        offsets[number] = bytes.Count;
        Write($"{number} 0 obj\n<< /Length {stream.Length} {dictionary} >>\nstream\n");
        bytes.AddRange(stream);
        Write("\nendstream\nendobj\n");
        return this;
    }

    public byte[] Build(string trailer = "")
    {
        var start = bytes.Count;
        var size = offsets.Count == 0 ? 1 : offsets.Keys.Max() + 1;
        Write($"xref\n0 {size}\n0000000000 65535 f \n");
        for (var number = 1; number < size; number++)
        {
            Write(offsets.TryGetValue(number, out var offset) ? $"{offset:D10} 00000 n \n" : "0000000000 65535 f \n");
        }

        Write(string.Create(CultureInfo.InvariantCulture, $"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n"));
        return [.. bytes];
    }

    /// <summary>Compresses bytes once or several times.</summary>
    public static byte[] Deflate(byte[] content, int times = 1)
    {
        for (; times > 0; times--)
        {
            using var packed = new MemoryStream();
            using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize))
            {
                deflate.Write(content);
            }

            content = packed.ToArray();
        }

        return content;
    }

    private void Write(string text) => bytes.AddRange(Encoding.Latin1.GetBytes(text));
}
