namespace Bot.Chat.Delivery;

/// <summary>Finds the command that words mean, for what is to be known of it before the seminar is asked.</summary>
public static class CommandWords
{
    private const string Help = "help";

    /// <summary>The name under which words without one are asked: that of help where there are none.</summary>
    /// <param name="commands">All commands.</param>
    /// <param name="text">The words.</param>
    public static string NameOf(IReadOnlyList<CommandInfo> commands, string text) =>
        string.IsNullOrWhiteSpace(text) && Find(commands, Help, "") is not null ? Help : ChatCommand.PlainWords;

    /// <summary>
    /// The command of a name, or of the name and the text's first word; for words without a name, the one that takes such words. Null where
    /// there is none.
    /// </summary>
    /// <param name="commands">All commands.</param>
    /// <param name="name">The name; empty where the text begins with it.</param>
    /// <param name="text">What stands after the name.</param>
    /// <returns>The command and its own text.</returns>
    public static (CommandInfo Info, string Text)? Find(IReadOnlyList<CommandInfo> commands, string name, string text)
    {
        ArgumentNullException.ThrowIfNull(commands);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var (first, rest) = (words.ElementAtOrDefault(0) ?? "", words.ElementAtOrDefault(1) ?? "");
        if (name.Length == 0)
        {
            return first.Length == 0 ? null : Find(commands, first.TrimStart('/'), rest) ?? (first.StartsWith('/') ? null : Bare());
        }

        return Named($"{name} {first}") is { } inGroup ? (inGroup, rest)
            : Named(name) is { } info ? (info, text)
            : null;

        (CommandInfo Info, string Text)? Bare() => commands.FirstOrDefault(info => info.TakesBareWords) is { } info ? (info, text) : null;

        CommandInfo? Named(string wanted) => commands.FirstOrDefault(info => info.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase));
    }
}
