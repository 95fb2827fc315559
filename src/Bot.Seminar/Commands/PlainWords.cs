using System.Text.RegularExpressions;

namespace Bot.Seminar.Commands;

/// <summary>Words that may begin with a command, as a line of the console or a message to the bot: <c>/find sanctions</c>, <c>find sanctions</c>, or a bare question.</summary>
/// <param name="Command">The command's name as it was typed, or the one that bare words go to.</param>
/// <param name="Text">What stands after it.</param>
/// <param name="IsBare">Whether no command was named.</param>
internal sealed partial record PlainWords(string Command, string Text, bool IsBare)
{
    private const string Help = "help";

    /// <summary>Reads words that are not blank.</summary>
    public static PlainWords Parse(CommandCatalogue catalogue, string words)
    {
        var parts = words.Trim().Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        var (first, rest) = (parts[0], parts.Length > 1 ? parts[1] : "");
        if (first.StartsWith('/') || catalogue.Resolve(first, rest).Command is not null)
        {
            return new PlainWords(first, rest, IsBare: false);
        }

        if (Greeting().IsMatch(words) && catalogue.Find(Help) is not null)
        {
            return new PlainWords(Help, "", IsBare: false);
        }

        // A single word that is nearly a command's name is a slip, and no question.
        var isSlip = rest.Length == 0 && NearestName.Of(first, catalogue.Listed.Select(command => command.Name)) is not null;
        return isSlip || catalogue.ForBareWords is not { } bare
            ? new PlainWords(first, rest, IsBare: false)
            : new PlainWords(bare.Name, words.Trim(), IsBare: true);
    }

    // Whoever greets the bot, or asks what it is, wants to know what it can do.
    [GeneratedRegex(
        @"^\W*(?:(?:hello|hi|hey|hallo|hola|ol[áa]|bonjour|salut|good\s+(?:morning|afternoon|evening)|guten\s+(?:morgen|tag|abend)|bom\s+dia)(?:\W+(?:there|bot|all|everyone|everybody|seminar\s+bot))?|(?:who|what)\s+are\s+you|what\s+(?:can|do)\s+you\s+do|how\s+do(?:es\s+(?:this|it)|\s+you)\s+work|help\s+me)\W*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Greeting();
}
