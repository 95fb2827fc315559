using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Bot.Library.Readings.Formats.Html;

/// <summary>Turns the bytes of a page into text.</summary>
internal static partial class HtmlDecoding
{
    /// <summary>How far a browser looks for a charset is 1,024 bytes; pages that were saved with scripts first need more.</summary>
    private const int CharsetBytes = 8192;

    /// <summary>
    /// Decodes by the byte order mark; else as UTF-8 where the bytes are that beyond doubt; else by the charset that the page
    /// declares; else as Windows-1252, which every sequence of bytes is.
    /// </summary>
    /// <param name="content">The whole page.</param>
    public static string Decode(byte[] content)
    {
        var (encoding, mark) = ByMark(content) ?? (ByContent(content), 0);
        return encoding.GetString(content, mark, content.Length - mark);
    }

    private static (Encoding Encoding, int Mark)? ByMark(ReadOnlySpan<byte> content) => content switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        // No mark, but a page begins with "<" and a letter, "!" or "?", none of which leaves a zero in other encodings.
        [(byte)'<', 0, _, 0, ..] => (Encoding.Unicode, 0),
        [0, (byte)'<', 0, _, ..] => (Encoding.BigEndianUnicode, 0),
        _ => null,
    };

    private static Encoding ByContent(byte[] content)
    {
        var valid = Utf8.IsValid(content);
        if (valid && content.AsSpan().ContainsAnyExceptInRange((byte)0, (byte)0x7F))
        {
            return Encoding.UTF8;
        }

        var declared = Declared(content);
        return declared is not null && (valid || declared is not UTF8Encoding) ? declared
            : valid ? Encoding.UTF8
            : Windows1252;
    }

    private static Encoding? Declared(byte[] content)
    {
        var head = Encoding.Latin1.GetString(content, 0, Math.Min(content.Length, CharsetBytes));
        var name = Charset().Match(head).Groups["name"].Value;
        return name.ToLowerInvariant() switch
        {
            "" => null,
            // Browsers read these two so, since that is what pages mean by them: https://encoding.spec.whatwg.org/#names-and-labels
            "iso-8859-1" or "us-ascii" => Windows1252,
            // A declaration that could be read byte by byte is not in UTF-16, whatever it says.
            "utf-16" or "utf-16le" or "utf-16be" => Encoding.UTF8,
            "utf-8" or "utf8" => Encoding.UTF8,
            _ => CodePagesEncodingProvider.Instance.GetEncoding(name),
        };
    }

    private static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)
        ?? throw new InvalidOperationException("The runtime lacks code page 1252.");

    [GeneratedRegex("""(?:<meta[^>]{1,500}?charset|<\?xml[^>]{1,200}?encoding)\s*=\s*["']?\s*(?<name>[\w.:-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
