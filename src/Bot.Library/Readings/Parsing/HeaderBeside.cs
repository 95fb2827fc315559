using System.Globalization;
using System.Text;
using Bot.Library.Readings.Formats;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Parsing;

/// <summary>
/// What a person says about a file that has no room for it, such as a PDF, in a file of its own beside it: <c>ruling.pdf.header</c>. It comes to the
/// parser in front of the file's content.
/// </summary>
internal static class HeaderBeside
{
    /// <summary>What the name of such a file adds to that of the file it is about.</summary>
    public const string Extension = ".header";

    /// <summary>A header that is longer is none.</summary>
    public const int MaxBytes = 16 * 1024;

    private const int MaxDigits = 6;

    private static readonly byte[] Mark = Encoding.UTF8.GetBytes("\u0001header ");

    /// <summary>What stands in front of the content.</summary>
    /// <param name="header">The header file's content.</param>
    public static byte[] WriteInFront(byte[] header) => [.. Mark, .. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{header.Length}\n")), .. header];

    /// <summary>The content without the header, and the header if there was one.</summary>
    public static (MarkdownHeader? Header, byte[] Content) Take(byte[] content)
    {
        if (!content.AsSpan().StartsWith(Mark))
        {
            return (null, content);
        }

        var end = content.AsSpan(Mark.Length, Math.Min(MaxDigits + 1, content.Length - Mark.Length)).IndexOf((byte)'\n');
        if (end < 0 || !int.TryParse(content.AsSpan(Mark.Length, end), CultureInfo.InvariantCulture, out var length) || length < 0 || length > content.Length - Mark.Length - end - 1)
        {
            return (null, content);
        }

        var start = Mark.Length + end + 1;
        return (MarkdownHeader.Of(TextDecoding.Decode(content[start..(start + length)])), content[(start + length)..]);
    }

    /// <summary>The same reading with what the header says instead of what the file says of itself.</summary>
    public static RawReading Describe(RawReading raw, MarkdownHeader header) => raw with
    {
        Title = header.Title ?? raw.Title,
        Author = header.Author ?? raw.Author,
        Date = header.Date ?? raw.Date,
        Source = header.Source ?? raw.Source,
        KeepsAll = header.KeepsAll || raw.KeepsAll,
    };
}
