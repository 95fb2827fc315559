using System.Text.RegularExpressions;
using Bot.Library.Languages;

namespace Bot.Seminar.Find;

/// <summary>A search: words, phrases in quotation marks, and words to leave out.</summary>
/// <param name="Wanted">The words to rank by, including those of the phrases.</param>
/// <param name="Phrases">Phrases that must all be in the paragraph.</param>
/// <param name="Unwanted">Words that must not be in the paragraph.</param>
internal sealed partial record FindWords(string Wanted, IReadOnlyList<ExactPhrase> Phrases, IReadOnlyList<UnwantedWord> Unwanted)
{
    /// <summary>Reads a cleaned text. A quotation mark without its partner starts no phrase, and a dash between spaces excludes nothing.</summary>
    public static FindWords Parse(string text)
    {
        var phrases = new List<ExactPhrase>();
        var unwanted = new List<UnwantedWord>();
        var wanted = Special.Replace(text, match =>
        {
            if (match.Groups["unwanted"] is { Success: true, Value: var word })
            {
                unwanted.Add(new UnwantedWord(word));
                return " ";
            }

            var phrase = match.Groups["phrase"].Value.Trim();
            if (phrase.Any(char.IsLetterOrDigit))
            {
                phrases.Add(new ExactPhrase(phrase));
            }

            return $" {phrase} ";
        });
        return new FindWords(Spaces.Replace(wanted, " ").Trim(), phrases, [.. unwanted.Where(word => !word.IsEmpty)]);
    }

    /// <summary>Whether a text contains an unwanted word.</summary>
    public bool LeavesOut(string text) => Unwanted.Count > 0 && UnwantedWord.ReadStems(text) is var stems && Unwanted.Any(word => word.IsIn(stems));

    [GeneratedRegex("""(?<!\S)[-−–—](?:["“„«](?<unwanted>[^"”“„»]+)["”»]|(?<unwanted>[\p{L}\p{N}]\S*))|["“„«](?<phrase>[^"”“„»]+)["”»]""")]
    private static partial Regex Special { get; }

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces { get; }
}

/// <summary>A word, or several in a row, that a passage must not contain in any form.</summary>
internal sealed class UnwantedWord(string text)
{
    private readonly string[] stems = ReadStems(text);

    /// <summary>The text as typed.</summary>
    public string Text => text;

    /// <summary>Whether it contains no word.</summary>
    public bool IsEmpty => stems.Length == 0;

    /// <summary>Whether a text contains it.</summary>
    /// <param name="other">The stems of that text's words.</param>
    public bool IsIn(string[] other) => other.AsSpan().IndexOf(stems) >= 0;

    /// <summary>The stems of a text's words, in order.</summary>
    public static string[] ReadStems(string text) => [.. TextAnalysis.Tokenize(text).Select(token => token.Term)];
}
