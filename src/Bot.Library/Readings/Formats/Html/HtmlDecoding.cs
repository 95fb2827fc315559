using System.Text;
using System.Text.RegularExpressions;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Formats.Html;

/// <summary>Turns the bytes of a page into text, with regard to the character set that it declares.</summary>
internal static partial class HtmlDecoding
{
    /// <summary>Browsers look no further than 1,024 bytes; pages that were saved with their scripts first need more.</summary>
    private const int DeclarationBytes = 8192;

    /// <summary>Decodes a page.</summary>
    /// <param name="content">The whole page.</param>
    /// <exception cref="UnreadableFileException">The content is not text.</exception>
    public static string Decode(byte[] content)
    {
        var head = Encoding.Latin1.GetString(content, 0, Math.Min(content.Length, DeclarationBytes));
        return TextDecoding.Decode(content, Declaration.Match(head).Groups["name"].Value);
    }

    [GeneratedRegex("""(?:<meta[^>]{1,500}?charset|<\?xml[^>]{1,200}?encoding)\s*=\s*["']?\s*(?<name>[\w.:-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Declaration { get; }
}
