using System.Text;
using UtfUnknown;

namespace Bot.Library.Readings.Formats;

/// <summary>Makes text of bytes whose encoding nobody names.</summary>
internal static class TextDecoding
{
    private const int SampleBytes = 64 * 1024;
    private const float SureConfidence = 0.8f;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)
        ?? throw new PlatformNotSupportedException("Windows-1252 is missing from this runtime.");

    /// <summary>
    /// Decodes by a byte order mark, else as UTF-8 where that is valid, else as UTF-16 where zero bytes show it, else as named by the
    /// hint, else as guessed, at last as Windows-1252.
    /// </summary>
    /// <param name="content">The bytes.</param>
    /// <param name="hint">The encoding that the content itself names, if any.</param>
    /// <returns>The text; null where the bytes are no text.</returns>
    public static string? Decode(byte[] content, string? hint = null)
    {
        var text = Marked(content) ?? Utf8(content) ?? Utf16(content) ?? Named(content, hint) ?? Guessed(content);
        return IsText(text) ? text : null;
    }

    /// <summary>What to say of bytes that are no text.</summary>
    public static UnreadableFileException Binary() => new("The file holds binary data, not text; save it as text or remove it.");

    private static string? Marked(byte[] content) => content switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(content, 3, content.Length - 3),
        [0xFF, 0xFE, 0x00, 0x00, ..] => Encoding.UTF32.GetString(content, 4, content.Length - 4),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(content, 2, content.Length - 2),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(content, 2, content.Length - 2),
        _ => null,
    };

    private static string? Utf8(byte[] content)
    {
        if (content.AsSpan().Contains((byte)0))
        {
            return null;
        }

        try
        {
            return StrictUtf8.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // Spaces and line ends, at the least, have a zero byte on one side.
    private static string? Utf16(byte[] content)
    {
        var sample = content.AsSpan(0, Math.Min(content.Length, SampleBytes));
        var zeros = (Even: 0, Odd: 0);
        for (var i = 0; i < sample.Length; i++)
        {
            zeros.Even += sample[i] == 0 && i % 2 == 0 ? 1 : 0;
            zeros.Odd += sample[i] == 0 && i % 2 == 1 ? 1 : 0;
        }

        var (most, least) = (Math.Max(zeros.Even, zeros.Odd), Math.Min(zeros.Even, zeros.Odd));
        if (most < Math.Max(1, sample.Length / 40) || least > most / 50)
        {
            return null;
        }

        var text = (zeros.Odd > zeros.Even ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(content);
        return IsText(text) ? text : null;
    }

    private static string? Named(byte[] content, string? hint)
    {
        if (hint is null || content.AsSpan().Contains((byte)0))
        {
            return null;
        }

        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(hint) ?? Encoding.GetEncoding(hint);
            return encoding.CodePage == Encoding.UTF8.CodePage ? null : WesternIfLatin1(encoding).GetString(content);
        }
        catch (ArgumentException)
        {
            // The page names an encoding that nobody knows; it is guessed like that of any other file.
            return null;
        }
    }

    private static string Guessed(byte[] content)
    {
        var guess = CharsetDetector.DetectFromBytes(content.AsSpan(0, Math.Min(content.Length, SampleBytes)).ToArray()).Detected;
        return guess?.Encoding is { } encoding && guess.Confidence >= SureConfidence && encoding is not UTF8Encoding and not ASCIIEncoding
            ? WesternIfLatin1(encoding).GetString(content)
            : Western.GetString(content);
    }

    // What calls itself ISO-8859-1 uses the quotation marks of Windows-1252; the WHATWG Encoding Standard reads it so.
    private static Encoding WesternIfLatin1(Encoding encoding) => encoding.CodePage is 28591 or 20127 ? Western : encoding;

    private static bool IsText(string text)
    {
        var odd = 0;
        foreach (var c in text)
        {
            if (c == '\0')
            {
                return false;
            }

            odd += c is '\uFFFD' || (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\x1A' or '\x85')) ? 1 : 0;
        }

        return odd <= text.Length / 100;
    }
}
