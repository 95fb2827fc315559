namespace Bot.Library.Readings.Formats;

/// <summary>The kinds of files that are read. A new kind is one class and one line here.</summary>
internal static class ReadingFormats
{
    private static readonly IReadingFormat[] All =
    [
        new TextFormat(),
        new MarkdownFormat(),
        new HtmlFormat(),
        new PdfFormat(),
        new DocxFormat(),
    ];

    private static readonly Dictionary<string, IReadingFormat> ByExtension = All
        .SelectMany(format => format.Extensions, (format, extension) => (format, extension))
        .ToDictionary(pair => pair.extension, pair => pair.format, StringComparer.OrdinalIgnoreCase);

    /// <summary>The usual extension of each format: <c>.txt</c>, <c>.md</c>.</summary>
    public static IReadOnlyList<string> UsualExtensions { get; } = [.. All.Select(format => format.Extensions.First())];

    /// <summary>The same as a person lists them: <c>.txt, .md or .pdf</c>.</summary>
    public static string Names { get; } = $"{string.Join(", ", UsualExtensions.SkipLast(1))} or {UsualExtensions[^1]}";

    /// <summary>Every extension that is read, without its dot.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [.. All.SelectMany(format => format.Extensions).Select(extension => extension.TrimStart('.'))];

    /// <summary>The format of a file by its extension, or null where it is none that is read.</summary>
    public static IReadingFormat? Find(string file) => ByExtension.GetValueOrDefault(Path.GetExtension(file));
}
