using System.Text;
using System.Text.Unicode;
using UtfUnknown;

namespace Bot.Library.Readings.Raw;

/// <summary>
/// Bytes to text. What the file itself proves comes first: a byte order mark, then being valid UTF-8, then the zero bytes of UTF-16;
/// then what the file declares; then a guess from the letters; then Windows-1252, in which old saves in English mostly are.
/// </summary>
internal static class TextDecoding
{
    private const float SureGuess = 0.8f;

    // A text with a few bytes lost is still the UTF-8 that its other letters show.
    private const int IntactPerBrokenLetter = 10;
    private const double MaxControlShare = 0.02;

    private static readonly Encoding Windows1252 = LegacyEncodings.GetEncoding(1252)!;

    private static EncodingProvider LegacyEncodings => CodePagesEncodingProvider.Instance;

    /// <summary>Decodes a file that is meant to be text.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="declared">The name of the character set that the file claims for itself, where it does; unknown names are passed over.</param>
    /// <exception cref="UnreadableFileException">The content is not text.</exception>
    public static string Decode(byte[] content, string? declared = null)
    {
        if (DetectByMark(content) is var (encoding, markLength))
        {
            return CheckText(encoding.GetString(content, markLength, content.Length - markLength));
        }

        if (Utf8.IsValid(content) && !content.AsSpan().Contains((byte)0))
        {
            return CheckText(Encoding.UTF8.GetString(content));
        }

        return CheckText((DetectUtf16(content) ?? FindByName(declared) ?? DetectDamaged(content) ?? Guess(content) ?? Windows1252).GetString(content));
    }

    private static (Encoding Encoding, int MarkLength)? DetectByMark(byte[] content) => content switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    // Spaces, digits and Latin letters have a zero as one half of each UTF-16 unit, always the same half.
    private static Encoding? DetectUtf16(byte[] content)
    {
        if (content.Length % 2 != 0)
        {
            return null;
        }

        int even = 0, odd = 0;
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == 0)
            {
                _ = i % 2 == 0 ? even++ : odd++;
            }
        }

        var units = content.Length / 2;
        return (even, odd) switch
        {
            _ when odd > units / 4 && even < units / 50 => Encoding.Unicode,
            _ when even > units / 4 && odd < units / 50 => Encoding.BigEndianUnicode,
            _ => null,
        };
    }

    private static Encoding? FindByName(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        // Pages that say Latin-1 or ASCII mean Windows-1252 (https://encoding.spec.whatwg.org/#names-and-labels). A wrong claim to be
        // UTF-8 or UTF-16 was recognised before.
        return name.Trim().ToLowerInvariant() switch
        {
            "iso-8859-1" or "latin1" or "us-ascii" or "ascii" => Windows1252,
            var other when other.StartsWith("utf-", StringComparison.Ordinal) => null,
            var other => LegacyEncodings.GetEncoding(other),
        };
    }

    private static Encoding? DetectDamaged(byte[] content)
    {
        int broken = 0, intact = 0;
        foreach (var rune in Encoding.UTF8.GetString(content).EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
            {
                broken++;
            }
            else if (!rune.IsAscii)
            {
                intact++;
            }
        }

        return intact > broken * IntactPerBrokenLetter ? Encoding.UTF8 : null;
    }

    private static Encoding? Guess(byte[] content) =>
        CharsetDetector.DetectFromBytes(content).Detected is { Confidence: >= SureGuess, EncodingName: { } name } ? FindByName(name) : null;

    private static string CheckText(string text)
    {
        var controls = text.Count(c => (char.IsControl(c) && !char.IsWhiteSpace(c)) || c is '\0');
        return controls <= text.Length * MaxControlShare
            ? text
            : throw new UnreadableFileException("The file is not text, whatever its name says; save it as text, or give it the extension of what it is.");
    }
}
