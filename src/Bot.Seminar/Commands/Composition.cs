using System.Collections.Frozen;
using System.Text;

namespace Bot.Seminar.Commands;

/// <summary>
/// Combines a letter with the mark after it, as Unicode's canonical composition (NFC) does. The program runs without the tables of ICU, so
/// <see cref="string.Normalize()"/> changes nothing; this covers Latin, Greek and Cyrillic letters and Korean syllables, which some keyboards and file
/// systems send in pieces.
/// </summary>
internal static class Composition
{
    // Hangul is composed by arithmetic: The Unicode Standard, section 3.12, "Conjoining Jamo Behavior".
    private const int Syllables = 0xAC00;
    private const int Leads = 0x1100;
    private const int Vowels = 0x1161;
    private const int Trails = 0x11A7;
    private const int LeadCount = 19;
    private const int VowelCount = 21;
    private const int TrailCount = 28;

    private static readonly FrozenDictionary<(char Letter, char Mark), char> Marked = Diacritics.All
        .SelectMany(entry => new[]
        {
            (Parts: (entry.Letter, entry.Mark), entry.Marked),
            (Parts: (char.ToUpperInvariant(entry.Letter), entry.Mark), Marked: char.ToUpperInvariant(entry.Marked)),
        })
        .DistinctBy(entry => entry.Parts)
        .ToFrozenDictionary(entry => entry.Parts, entry => entry.Marked);

    /// <summary>The text with each such pair combined into one character.</summary>
    public static string Compose(string text)
    {
        var composed = new StringBuilder(text.Length);
        foreach (var next in text)
        {
            if (composed.Length > 0 && ComposePair(composed[^1], next) is { } both)
            {
                composed[^1] = both;
            }
            else
            {
                composed.Append(next);
            }
        }

        return composed.ToString();
    }

    private static char? ComposePair(char letter, char next)
    {
        if (Marked.TryGetValue((letter, next), out var marked))
        {
            return marked;
        }

        if (letter - Leads is >= 0 and < LeadCount && next - Vowels is >= 0 and < VowelCount)
        {
            return (char)(Syllables + ((((letter - Leads) * VowelCount) + (next - Vowels)) * TrailCount));
        }

        var syllable = letter - Syllables;
        var isOpenSyllable = syllable is >= 0 and < LeadCount * VowelCount * TrailCount && syllable % TrailCount == 0;
        return isOpenSyllable && next - Trails is > 0 and < TrailCount ? (char)(letter + (next - Trails)) : null;
    }
}
