namespace Bot.Library.Readings.Formats;

/// <summary>The formats that can be read.</summary>
internal static class ReadingFormats
{
    private static readonly Dictionary<string, IReadingFormat> ByExtension =
        new IReadingFormat[] { new TextFormat(), new MarkdownFormat() }
            .SelectMany(format => format.Extensions.Select(extension => (extension, format)))
            .ToDictionary(pair => pair.extension, pair => pair.format, StringComparer.OrdinalIgnoreCase);

    /// <summary>For messages: ".txt, .md, .html, .pdf and .docx".</summary>
    public const string Names = ".txt, .md, .html, .pdf and .docx";

    public static IReadingFormat? Of(string file) => ByExtension.GetValueOrDefault(Path.GetExtension(file));
}
