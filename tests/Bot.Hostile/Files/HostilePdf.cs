using System.Text;

namespace Bot.Hostile.Files;

/// <summary>PDF files with circular references, or with very many, deep or large objects.</summary>
internal static class HostilePdf
{
    private const string Word = "BT /F1 12 Tf 72 700 Td (The tide comes in.) Tj ET\n";

    public static IReadOnlyList<HostileFile> Files { get; } =
    [
        new("pdf-page-tree-chain.pdf", () => PageTreeChain(50_000)),
        new("pdf-page-tree-circle.pdf", PageTreeCircle),
        new("pdf-page-many-times.pdf", () => SamePageManyTimes(200_000)),
        new("pdf-forms-call-forms.pdf", () => FormsCallForms(12, 12)),
        new("pdf-form-calls-itself.pdf", () => FormsCallForms(1, 1)) { MayBeRead = true },
        new("pdf-flate-bomb.pdf", () => PdfText.Page(PdfText.Deflate(HostileFiles.Repeat(Word, 2_000_000), 2), "/Filter [/FlateDecode /FlateDecode]")),
        new("pdf-flate-bomb-of-spaces.pdf", () => PdfText.Page(PdfText.Deflate(PdfText.Deflate(new byte[256 * 1024 * 1024]), 2), "/Filter [/FlateDecode /FlateDecode /FlateDecode]")),
        new("pdf-run-length-bomb.pdf", () => PdfText.Page(PdfText.Deflate(HostileFiles.Repeat("\u0081a", 2_000_000), 1), "/Filter [/FlateDecode /RunLengthDecode /RunLengthDecode]")),
        new("pdf-letters-on-one-page.pdf", () => PdfText.Page(PdfText.Deflate(HostileFiles.Repeat("BT /F1 1 Tf 1 1 Td (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj ET\n", 100_000)), "/Filter /FlateDecode")),
        new("pdf-saved-states.pdf", () => PdfText.Page(PdfText.Deflate(HostileFiles.Repeat("q ", 5_000_000)), "/Filter /FlateDecode")),
        new("pdf-deep-arrays-in-page.pdf", () => PdfText.Page($"{new string('[', 200_000)}{Word}")) { MayBeRead = true },
        new("pdf-deep-arrays-in-object.pdf", () => new PdfText().Add(1, "<< /Type /Catalog /Pages 2 0 R >>").Add(2, new string('[', 100_000) + new string(']', 100_000)).Build()),
        new("pdf-deep-dictionaries.pdf", () => new PdfText().Add(1, string.Concat(Enumerable.Repeat("<< /Pages ", 50_000)) + string.Concat(Enumerable.Repeat(">>", 50_000))).Build()),
        new("pdf-length-of-itself.pdf", () => new PdfText().WithPage([]).Add(4, "<< /Length 4 0 R >>\nstream\nBT ET\nendstream").Build()),
        new("pdf-reference-circle.pdf", () => new PdfText().Add(1, "<< /Type /Catalog /Pages 2 0 R >>").Add(2, "3 0 R").Add(3, "2 0 R").Build()),
        new("pdf-table-before-itself.pdf", TableBeforeItself) { MayBeRead = true },
        new("pdf-enormous-table.pdf", EnormousTable),
        new("pdf-enormous-page.pdf", () => PdfText.Page(Word.Replace("72 700", "1e30 -1e30", StringComparison.Ordinal), page: "/MediaBox [0 0 1e38 1e38] /Rotate 2147483647")) { MayBeRead = true },
        new("pdf-enormous-numbers.pdf", () => PdfText.Page($"BT /F1 {new string('9', 5000)} Tf {new string('9', 5000)} 0 Td (a) Tj ET", page: $"/MediaBox [{new string('9', 5000)} 0 0 0]")) { MayBeRead = true },
        new("pdf-enormous-font.pdf", EnormousFont) { MayBeRead = true },
        new("pdf-enormous-character-map.pdf", EnormousCharacterMap) { MayBeRead = true },
        new("pdf-object-stream-of-itself.pdf", () => new PdfText().WithPage(Encoding.Latin1.GetBytes(Word)).Add(6, "7 0 "u8.ToArray(), "/Type /ObjStm /N 2147483647 /First 4 /Extends 6 0 R").Build()) { MayBeRead = true },
        new("pdf-endless-picture.pdf", () => PdfText.Page("BI /W 2147483647 /H 2147483647 /BPC 8 /CS /RGB ID " + new string('x', 100_000))),
        new("pdf-picture-of-many-pixels.pdf", () => new PdfText().WithPage("/I Do"u8.ToArray(), "", "/XObject << /I 6 0 R >>").Add(6, [0], "/Type /XObject /Subtype /Image /Width 2000000000 /Height 2000000000 /BitsPerComponent 8 /ColorSpace /DeviceRGB").Build()),
        new("pdf-with-password.pdf", () => new PdfText().WithPage(Encoding.Latin1.GetBytes(Word)).Add(6, $"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{new string('1', 64)}> /U <{new string('2', 64)}> >>").Build("/Encrypt 6 0 R /ID [<00> <00>]")),
        new("pdf-with-unknown-lock.pdf", () => new PdfText().WithPage(Encoding.Latin1.GetBytes(Word)).Add(6, "<< /Filter /Nobody /V 99 /R 99 >>").Build("/Encrypt 6 0 R /ID [<00> <00>]")) { MayBeRead = true },
        new("pdf-cut-off.pdf", () => PdfText.Page(Word)[..300]),
        new("pdf-only-its-name.pdf", () => "%PDF-1.7"u8.ToArray()),
    ];

    private static byte[] PageTreeChain(int length)
    {
        var pdf = new PdfText().Add(1, "<< /Type /Catalog /Pages 2 0 R >>");
        for (var number = 2; number < length + 2; number++)
        {
            pdf.Add(number, $"<< /Type /Pages /Count 1 /Kids [{number + 1} 0 R] >>");
        }

        return pdf.Add(length + 2, $"<< /Type /Page /Parent {length + 1} 0 R /MediaBox [0 0 595 842] >>").Build();
    }

    private static byte[] PageTreeCircle() => new PdfText()
        .Add(1, "<< /Type /Catalog /Pages 2 0 R >>")
        .Add(2, "<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 /Parent 3 0 R >>")
        .Add(3, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>")
        .Build();

    private static byte[] SamePageManyTimes(int times) => new PdfText()
        .WithPage(HostileFiles.Repeat(Word, 20))
        .Add(2, $"<< /Type /Pages /Count {times} /Kids [{string.Concat(Enumerable.Repeat("3 0 R ", times))}] >>")
        .Build();

    // Each form contains the next one several times: a page of a few lines has a billion words.
    private static byte[] FormsCallForms(int depth, int calls)
    {
        var pdf = new PdfText().WithPage("/X10 Do"u8.ToArray(), "", "/XObject << /X10 10 0 R >>");
        for (var number = 10; number < depth + 10; number++)
        {
            var next = depth == 1 ? number : number + 1;
            pdf.Add(
                number,
                HostileFiles.Repeat($"/X{next} Do ", calls),
                $"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> /XObject << /X{next} {next} 0 R >> >>");
        }

        return pdf.Add(depth + 10, Encoding.Latin1.GetBytes(Word), "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> >>").Build();
    }

    private static byte[] TableBeforeItself()
    {
        var without = Encoding.Latin1.GetString(new PdfText().WithPage(Encoding.Latin1.GetBytes(Word)).Build());
        return new PdfText().WithPage(Encoding.Latin1.GetBytes(Word)).Build($"/Prev {without.IndexOf("xref\n", StringComparison.Ordinal)}");
    }

    private static byte[] EnormousTable() => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(PdfText.Page(""))
        .Replace("0 6\n", "0 2147483647\n", StringComparison.Ordinal)
        .Replace("/Size 6", "/Size 2147483647", StringComparison.Ordinal));

    private static byte[] EnormousFont() => new PdfText()
        .WithPage(Encoding.Latin1.GetBytes(Word))
        .Add(5, "<< /Type /Font /Subtype /TrueType /BaseFont /X /FirstChar -2147483648 /LastChar 2147483647 /Widths [1e308 -1e308] /FontDescriptor << /Type /FontDescriptor /FontName /X /FontBBox [-1e38 -1e38 1e38 1e38] /Flags 4 >> >>")
        .Build();

    private static byte[] EnormousCharacterMap() => new PdfText()
        .WithPage(Encoding.Latin1.GetBytes(Word))
        .Add(5, "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode 7 0 R /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /X /Flags 4 >> >>] >>")
        .Add(7, "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 beginbfrange <00000000> <7FFFFFFF> <0041> endbfrange 1 begincidrange <00000000> <7FFFFFFF> 0 endcidrange endcmap"u8.ToArray(), "")
        .Build();
}
