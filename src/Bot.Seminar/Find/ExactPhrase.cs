using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Seminar.Find;

/// <summary>Words that a text must contain exactly, except for case, spaces and kinds of quotation marks and dashes.</summary>
internal sealed class ExactPhrase
{
    private const string Quotes = "[\"“”„«»]*";
    private readonly Regex pattern;

    public ExactPhrase(string text)
    {
        Text = text;
        pattern = new Regex(PatternOf(text), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <summary>The phrase as typed, without the quotation marks.</summary>
    public string Text { get; }

    /// <summary>Whether a text contains it.</summary>
    public bool IsIn(string other) => pattern.IsMatch(other);

    /// <summary>Every occurrence in a text.</summary>
    public IEnumerable<TextSpan> FindPlaces(string other) => pattern.Matches(other).Select(match => new TextSpan(match.Index, match.Length));

    // Whole words only: "sanction" in quotation marks is not "sanctions".
    private static string PatternOf(string text)
    {
        var pattern = new StringBuilder(char.IsLetterOrDigit(text[0]) ? @"(?<![\p{L}\p{N}])" : "");
        foreach (var sign in text)
        {
            pattern.Append(sign switch
            {
                ' ' => $@"{Quotes}\s+{Quotes}",
                '\'' or '’' or '‘' => "['’‘]",
                '-' or '‐' or '‑' or '–' or '—' => "[-‐‑–—]",
                _ => Regex.Escape(sign.ToString()),
            });
        }

        return pattern.Append(char.IsLetterOrDigit(text[^1]) ? @"(?![\p{L}\p{N}])" : "").ToString();
    }
}
