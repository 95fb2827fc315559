using System.Xml;
using Bot.Library.Readings.Formats.Docx;
using Bot.Library.Readings.Raw;
using DocumentFormat.OpenXml.Packaging;

namespace Bot.Library.Readings.Formats;

/// <summary>Word documents: headings by their styles, the text as it stands when every change is accepted.</summary>
internal sealed class DocxFormat : IReadingFormat
{
    /// <inheritdoc />
    public IReadOnlyCollection<string> Extensions { get; } = [".docx"];

    /// <inheritdoc />
    public RawReading Read(byte[] content, CancellationToken cancellationToken) => Read(content, keepsAll: false, cancellationToken);

    /// <inheritdoc />
    public RawReading ReadWhole(byte[] content, CancellationToken cancellationToken) => Read(content, keepsAll: true, cancellationToken);

    private static RawReading Read(byte[] content, bool keepsAll, CancellationToken cancellationToken)
    {
        DocxPackage.Check(content, cancellationToken);
        try
        {
            using var document = DocxPackage.Open(content);
            return Read(document, keepsAll, cancellationToken);
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or XmlException or InvalidDataException or FormatException
            or ArgumentException or InvalidOperationException or IOException or UriFormatException)
        {
            throw new UnreadableFileException("the Word document is damaged; open it in Word and save it again as .docx", broken);
        }
    }

    private static RawReading Read(WordprocessingDocument document, bool keepsAll, CancellationToken cancellationToken)
    {
        var text = DocxBlocks.Of(document, keepsAll, cancellationToken);
        if (!text.Blocks.Any(block => !block.IsHeading))
        {
            throw new UnreadableFileException("the Word document holds no text; if its pages are pictures, save the text itself instead");
        }

        var properties = document.PackageProperties;
        return text with
        {
            Title = text.Title ?? FileProperties.ReadTitle(properties.Title),
            Author = FileProperties.ReadAuthor(properties.Creator),
            Date = FileProperties.ReadDate(properties.Created is { } created ? new DateTimeOffset(created.ToUniversalTime()) : null),
        };
    }
}
