using System.Security.Cryptography;
using System.Text;
using Bot.Library.Languages;

namespace Bot.Library.Readings;

/// <summary>Finds files that say the same: the text counts, not the format, the header or the spaces.</summary>
internal static class Copies
{
    // Short texts may be the same by chance: a form, a test.
    private const int MinWords = 20;

    /// <summary>The readings that repeat another, each with the one that is served instead: the one with the shortest path.</summary>
    public static IReadOnlyDictionary<Reading, Reading> Find(IEnumerable<Reading> readings)
    {
        var copies = new Dictionary<Reading, Reading>(ReferenceEqualityComparer.Instance);
        foreach (var same in readings.Where(reading => reading.Fingerprint is not null).GroupBy(reading => reading.Fingerprint, StringComparer.Ordinal))
        {
            var ordered = same.OrderBy(reading => reading.File.Length).ThenBy(reading => reading.File, StringComparer.Ordinal).ToList();
            foreach (var copy in ordered.Skip(1))
            {
                copies.Add(copy, ordered[0]);
            }
        }

        return copies;
    }

    /// <summary>Equal for readings with the same words; null if a text is too short to be sure.</summary>
    public static string? FingerprintOf(IReadOnlyList<Paragraph> paragraphs)
    {
        if (paragraphs.Sum(paragraph => paragraph.Text.AsSpan().Count(' ') + 1) < MinWords)
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var paragraph in paragraphs)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(BareText.Of(paragraph.Text)));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
