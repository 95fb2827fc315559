using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Chat.Languages;

namespace Bot.Seminar.Commands;

/// <summary>
/// Says why a file cannot be read in the member's language. Another process reads the files, and what it found is kept for the next start, so
/// the reason comes as an English sentence; it is recognised by the English texts.
/// </summary>
public static partial class FileReasons
{
    private const string Kinds = "kinds";
    private const string Or = " or ";

    private static readonly Lazy<IReadOnlyList<(string Name, Regex Sentence)>> Known = new(() =>
    [
        .. FileReasonTexts.ResourceManager.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)
            ?.Cast<DictionaryEntry>()
            .Select(entry => ((string)entry.Key, SentenceOf((string?)entry.Value ?? ""))) ?? [],
    ]);

    /// <summary>The reason in the language of the moment; as it is where it is none that is known.</summary>
    public static string Translate(string reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        if (Equals(ReplyLanguages.Find(CultureInfo.CurrentUICulture.Name) ?? ReplyLanguages.English, ReplyLanguages.English))
        {
            return reason;
        }

        foreach (var (name, sentence) in Known.Value)
        {
            if (sentence.Match(reason) is { Success: true } match
                && FileReasonTexts.ResourceManager.GetString(name, CultureInfo.CurrentUICulture) is { } text)
            {
                return Place().Replace(text, place => Said(place.Groups[1].Value, match.Groups[place.Groups[1].Value].Value));
            }
        }

        return reason;
    }

    private static Regex SentenceOf(string text)
    {
        var (pattern, at) = ("^", 0);
        foreach (Match place in Place().Matches(text))
        {
            pattern += $"{Regex.Escape(text[at..place.Index])}(?<{place.Groups[1].Value}>.+)";
            at = place.Index + place.Length;
        }

        return new Regex($"{pattern}{Regex.Escape(text[at..])}$", RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }

    private static string Said(string place, string value) =>
        place == Kinds ? Wording.JoinWithOr([.. value.Replace(Or, ", ", StringComparison.Ordinal).Split(", ")])
        : int.TryParse(value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? Wording.FormatNumber(number)
        : value;

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Place();
}
