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

    /// <summary>The usual extension of each format, as a person lists them: <c>.txt, .md or .pdf</c>.</summary>
    public static string Names { get; } = Enumerate([.. All.Select(format => format.Extensions.First())]);

    /// <summary>Every extension that is read, without its dot.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [.. All.SelectMany(format => format.Extensions).Select(extension => extension.TrimStart('.'))];

    /// <summary>The format of a file by its extension, or null where it is none that is read.</summary>
    public static IReadingFormat? For(string file) => ByExtension.GetValueOrDefault(Path.GetExtension(file));

    private static string Enumerate(string[] names) => $"{string.Join(", ", names[..^1])} or {names[^1]}";
}
