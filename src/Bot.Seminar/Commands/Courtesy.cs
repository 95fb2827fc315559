using System.Text.RegularExpressions;

namespace Bot.Seminar.Commands;

/// <summary>Replies to greetings and thanks.</summary>
internal static partial class Courtesy
{
    /// <summary>The reply; null if the words are neither a greeting nor thanks.</summary>
    public static string? ReplyTo(string words) =>
        Greeting.IsMatch(words) ? CommandTexts.Hello : Thanks.IsMatch(words) ? CommandTexts.YouAreWelcome : null;

    [GeneratedRegex(
        @"^\W*(?:hello|hi|hey|hallo|hola|ol[áa]|bonjour|salut|ciao|good\s+(?:morning|afternoon|evening)|guten\s+(?:morgen|tag|abend)|bom\s+dia|buenos\s+d[ií]as|buongiorno)(?:\W+(?:there|bot|all|everyone|everybody|seminar\s+bot))?\W*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Greeting { get; }

    [GeneratedRegex(
        @"^\W*(?:(?:ok(?:ay)?|great|perfect|nice)\W+)?(?:thanks|thank\s+you|thx|ty|cheers|danke|merci|obrigad[oa]|gracias|grazie|bedankt)(?:\W+(?:a\s+lot|very\s+much|so\s+much|bot|again|all))?\W*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Thanks { get; }
}
