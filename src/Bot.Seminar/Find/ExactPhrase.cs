using System.Text;
using System.Text.RegularExpressions;
using Bot.Chat;

namespace Bot.Seminar.Find;

/// <summary>Words that must stand in a text as they were written, but for capitals, spaces and the shapes of quotation marks and dashes.</summary>
internal sealed class ExactPhrase
{
    private const string Quotes = "[\"“”„«»]*";
    private readonly Regex pattern;

    public ExactPhrase(string text)
    {
        Text = text;
        pattern = new Regex(PatternOf(text), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <summary>As it was written, without the quotation marks.</summary>
    public string Text { get; }

    /// <summary>Whether it is in a text.</summary>
    public bool IsIn(string other) => pattern.IsMatch(other);

    /// <summary>Every place in a text where it is.</summary>
    public IEnumerable<TextSpan> PlacesIn(string other) => pattern.Matches(other).Select(match => new TextSpan(match.Index, match.Length));

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
