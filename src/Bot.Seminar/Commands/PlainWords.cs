using System.Text.RegularExpressions;

namespace Bot.Seminar.Commands;

/// <summary>Words that can begin with a command, such as a line of the console or a message to the bot: <c>/find sanctions</c>,
/// <c>find sanctions</c>, or a bare question.</summary>
/// <param name="Command">The command's name as typed, or the default command for other words.</param>
/// <param name="Text">The text after it.</param>
/// <param name="IsBare">Whether the words name no command.</param>
internal sealed partial record PlainWords(string Command, string Text, bool IsBare)
{
    private const string Help = "help";
    private const int MinSlip = 3;

    /// <summary>How many letters at the end of a command a person may forget.</summary>
    private const int MaxMissing = 2;

    /// <summary>Reads words that are not blank.</summary>
    /// <param name="catalogue">The commands.</param>
    /// <param name="words">The typed text.</param>
    /// <param name="isKnown">Whether the readings contain a word, or it is a stop word: a question can begin with such a word.</param>
    public static PlainWords Parse(CommandCatalogue catalogue, string words, Func<string, bool> isKnown)
    {
        var parts = words.Trim().Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        var (first, rest) = (parts[0], parts.Length > 1 ? parts[1] : "");
        if (first.StartsWith('/') || catalogue.Resolve(first, rest).Command is not null)
        {
            return new PlainWords(first, rest, IsBare: false);
        }

        if (AsksForHelp.IsMatch(words) && catalogue.Find(Help) is not null)
        {
            return new PlainWords(Help, "", IsBare: false);
        }

        return IsSlip(catalogue, first, rest, isKnown) || catalogue.ForBareWords is not { } bare
            ? new PlainWords(first, rest, IsBare: false)
            : new PlainWords(bare.Name, words.Trim(), IsBare: true);
    }

    // Whether a word is a mistyped command: it is similar to a command's name, and either is the only word, or is in a message that is not a
    // question and names a command of the group or is itself unknown.
    private static bool IsSlip(CommandCatalogue catalogue, string first, string rest, Func<string, bool> isKnown) =>
        catalogue.FindNearest(first) is { } meant
        && (rest.Length == 0
            || (
                first.Length >= MinSlip
                    && !rest.EndsWith('?')
                    && (catalogue.Resolve(meant, rest).Command?.Info.Name.Length > meant.Length || IsCutOff(first, meant) || !isKnown(first))));

    // The readings seem to have "debat" if they have "debate": words are compared without their endings.
    private static bool IsCutOff(string first, string meant) =>
        meant.StartsWith(first, StringComparison.OrdinalIgnoreCase) && meant.Length - first.Length <= MaxMissing;

    // A question about the bot itself is answered with help.
    [GeneratedRegex(@"^\W*(?:(?:who|what)\s+are\s+you|what\s+(?:can|do)\s+you\s+do|how\s+do(?:es\s+(?:this|it)|\s+you)\s+work|help\s+me)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex AsksForHelp { get; }
}
