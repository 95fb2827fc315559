using System.IO.Compression;
using System.Xml;
using Bot.Library.Readings.Raw;
using DocumentFormat.OpenXml.Packaging;

namespace Bot.Library.Readings.Formats.Docx;

/// <summary>Opens a Word document after checking that it does not unpack to too much.</summary>
internal static class DocxPackage
{
    /// <summary>What all the XML in a document may unpack to; a book of a thousand pages has about 30 MB.</summary>
    private const int MaxXmlBytes = 64 * 1024 * 1024;

    /// <summary>Tables in tables in content controls reach about 60; the library that reads the XML recurses as deep as it goes.</summary>
    private const int MaxDepth = 256;

    /// <summary>Unpacks the document's XML once, piece by piece, and keeps none of it.</summary>
    /// <exception cref="UnreadableFileException">It is no Word document, has a password, or is too large or too deep when unpacked.</exception>
    public static void Check(byte[] content, CancellationToken cancellationToken)
    {
        if (content is [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            throw new UnreadableFileException(
                "the Word document has a password or is in the old .doc format; open it in Word and save it without a password as .docx");
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false));
            var left = (long)MaxXmlBytes;
            foreach (var entry in archive.Entries.Where(IsXml))
            {
                left -= Measure(entry, left, cancellationToken);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            throw new UnreadableFileException("the file is damaged or not a Word document; open it in Word and save it again as .docx", broken);
        }
    }

    /// <summary>Opens the document for reading.</summary>
    public static WordprocessingDocument Open(byte[] content) => WordprocessingDocument.Open(
        new MemoryStream(content, writable: false),
        isEditable: false,
        new OpenSettings { AutoSave = false, MaxCharactersInPart = MaxXmlBytes });

    private static bool IsXml(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    /// <summary>Counts the bytes that are really unpacked: the sizes in an archive may be false.</summary>
    private static long Measure(ZipArchiveEntry entry, long left, CancellationToken cancellationToken)
    {
        using var unpacked = new LimitedStream(entry.Open(), left, MaxXmlBytes);
        using var reader = XmlReader.Create(unpacked, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = false });
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.Depth > MaxDepth)
            {
                throw new UnreadableFileException(
                    $"the Word document nests elements more than {MaxDepth} deep, which Word never does; save its text as .txt");
            }
        }

        return unpacked.Count;
    }
}
