namespace Bot.Seminar.Commands;

/// <summary>Words that may begin with a command, as a line of the console or a message to the bot: <c>/find sanctions</c>, <c>find sanctions</c>, or a bare question.</summary>
/// <param name="Command">The command's name as it was typed, or the one that bare words go to.</param>
/// <param name="Text">What stands after it.</param>
/// <param name="IsBare">Whether no command was named.</param>
internal sealed record PlainWords(string Command, string Text, bool IsBare)
{
    /// <summary>Reads words that are not blank.</summary>
    public static PlainWords Parse(CommandCatalogue catalogue, string words)
    {
        var parts = words.Trim().Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        var (first, rest) = (parts[0], parts.Length > 1 ? parts[1] : "");
        if (first.StartsWith('/') || catalogue.Resolve(first, rest).Command is not null)
        {
            return new PlainWords(first, rest, IsBare: false);
        }

        // A single word that is nearly a command's name is a slip, and no question.
        var isSlip = rest.Length == 0 && NearestName.Of(first, catalogue.Listed.Select(command => command.Name)) is not null;
        return isSlip || catalogue.ForBareWords is not { } bare
            ? new PlainWords(first, rest, IsBare: false)
            : new PlainWords(bare.Name, words.Trim(), IsBare: true);
    }
}
