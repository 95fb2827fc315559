namespace Bot.Library.Readings.Formats;

/// <summary>The kinds of files that are read. A new kind is one class and one line here.</summary>
internal static class ReadingFormats
{
    private static readonly IReadingFormat[] All =
    [
        new TextFormat(),
        new MarkdownFormat(),
        new HtmlFormat(),
    ];

    private static readonly Dictionary<string, IReadingFormat> ByExtension = All
        .SelectMany(format => format.Extensions, (format, extension) => (format, extension))
        .ToDictionary(pair => pair.extension, pair => pair.format, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every extension, as a person lists them: <c>.md, .pdf or .txt</c>.</summary>
    public static string Names { get; } = Enumerate([.. ByExtension.Keys.Order(StringComparer.Ordinal)]);

    /// <summary>The format of a file by its extension, or null where it is none that is read.</summary>
    public static IReadingFormat? For(string file) => ByExtension.GetValueOrDefault(Path.GetExtension(file));

    private static string Enumerate(string[] names) => $"{string.Join(", ", names[..^1])} or {names[^1]}";
}
