using System.Globalization;
using System.Text;
using Bot.Library;
using Bot.Library.Readings;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Bot.Api.Mcp;

/// <summary>The readings as resources: each as a whole, and each of their paragraphs.</summary>
internal sealed class ReadingResources(Shelf shelf)
{
    private const int PerPage = 100;
    private const int MaxSuggested = 100;

    // More is too much for an assistant at once; the later paragraphs have their own addresses.
    private const int MaxCharacters = 400_000;
    private const string PlainText = "text/plain";

    /// <summary>The readings, a page at a time.</summary>
    public ListResourcesResult List(string? cursor)
    {
        var start = 0;
        if (cursor is not null && (!int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out start) || start > int.MaxValue - PerPage))
        {
            throw new McpProtocolException("The cursor is not from this server.", McpErrorCode.InvalidParams);
        }

        var readings = shelf.Current.Readings;
        return new ListResourcesResult
        {
            Resources = [.. readings.Skip(start).Take(PerPage).Select(Describe)],
            NextCursor = start + PerPage < readings.Count ? (start + PerPage).ToString(CultureInfo.InvariantCulture) : null,
        };
    }

    /// <summary>The address templates of readings and paragraphs.</summary>
    public static ListResourceTemplatesResult ListTemplates() => new()
    {
        ResourceTemplates =
        [
            new ResourceTemplate
            {
                Name = "paragraph",
                Title = "A paragraph of a reading",
                UriTemplate = ReadingAddress.OfParagraph,
                Description = "One paragraph, word for word. The number is the first part of an anchor: 11 for ¶11.2.",
                MimeType = PlainText,
            },
            new ResourceTemplate
            {
                Name = "reading",
                Title = "A reading",
                UriTemplate = ReadingAddress.OfReading,
                Description = "A whole reading with the numbers of its paragraphs.",
                MimeType = PlainText,
            },
        ],
    };

    /// <summary>The text at an address.</summary>
    /// <exception cref="McpProtocolException">There is none.</exception>
    public ReadResourceResult Read(string uri)
    {
        if (!ReadingAddress.TryParse(uri, out var address)
            || shelf.Current.Readings.FirstOrDefault(reading => reading.Id.Value == address.Reading) is not { } found)
        {
            throw CreateMissing($"There is no reading at this address. resources/list lists them all; the address of a paragraph is {ReadingAddress.OfParagraph}.");
        }

        return address.Paragraph is not { } number ? CreateText(uri, WriteWhole(found))
            : found.Find(number) is { } paragraph ? CreateText(uri, paragraph.Text)
            : throw CreateMissing($"“{found.Title}” has no paragraph with this number; it ends at ¶{found.Paragraphs.Count}.");
    }

    /// <summary>The names of readings that contain the typed text.</summary>
    public IReadOnlyList<string> Names(string typed) =>
    [
        .. shelf.Current.Readings.Select(reading => reading.Id.Value)
            .Where(name => name.Contains(typed, StringComparison.OrdinalIgnoreCase))
            .Take(MaxSuggested),
    ];

    private static Resource Describe(Reading reading) => new()
    {
        Uri = new ReadingAddress(reading.Id.Value).ToString(),
        Name = reading.Id.Value,
        Title = reading.Title,
        Description = string.Create(
            CultureInfo.InvariantCulture, $"{(reading.Author is { } author ? $"By {author}. " : "")}{reading.Paragraphs.Count} paragraphs, numbered."),
        MimeType = PlainText,
    };

    private static string WriteWhole(Reading reading)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{reading.Title}{(reading.Author is { } author ? $", by {author}" : "")}\n");
        string? section = null;
        foreach (var paragraph in reading.Paragraphs)
        {
            if (text.Length + paragraph.Text.Length > MaxCharacters)
            {
                return text.Append(CultureInfo.InvariantCulture, $"\n(Read the rest, from ¶{paragraph.Number} on, by paragraphs.)\n").ToString();
            }

            if (paragraph.Section is { } heading && heading != section)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n{heading}\n");
            }

            section = paragraph.Section;
            text.Append(CultureInfo.InvariantCulture, $"\n¶{paragraph.Number} {paragraph.Text}\n");
        }

        return text.ToString();
    }

    private static ReadResourceResult CreateText(string uri, string text) =>
        new() { Contents = [new TextResourceContents { Uri = uri, MimeType = PlainText, Text = text }] };

    private static McpProtocolException CreateMissing(string why) => new(why, McpErrorCode.ResourceNotFound);
}
