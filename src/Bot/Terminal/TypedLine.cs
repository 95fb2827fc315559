using Bot.Seminar.Commands;

namespace Bot.Terminal;

/// <summary>A line of the console as a command: <c>/find sanctions</c>, <c>find sanctions</c>, or a bare question.</summary>
/// <param name="Command">The command's name as it was typed, or the one that a bare line goes to.</param>
/// <param name="Text">What stands after it.</param>
internal sealed record TypedLine(string Command, string Text)
{
    private const string BareLineGoesTo = "ask";

    /// <summary>Reads a line that is not blank.</summary>
    public static TypedLine Parse(CommandCatalogue catalogue, string line)
    {
        var parts = line.Trim().Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        var (first, rest) = (parts[0], parts.Length > 1 ? parts[1] : "");
        if (first.StartsWith('/') || catalogue.Find(first) is not null)
        {
            return new TypedLine(first, rest);
        }

        // A single word that is nearly a command's name is a slip, and no question.
        var isSlip = rest.Length == 0 && NearestName.Of(first, catalogue.Commands.Select(command => command.Name)) is not null;
        return isSlip ? new TypedLine(first, "") : new TypedLine(BareLineGoesTo, line.Trim());
    }
}
