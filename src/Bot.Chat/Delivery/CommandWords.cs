namespace Bot.Chat.Delivery;

/// <summary>Words that are sent without a command's name.</summary>
public static class CommandWords
{
    private const string Help = "help";

    /// <summary>The command name for such words: the name of help if there are no words.</summary>
    /// <param name="commands">All commands.</param>
    /// <param name="text">The words.</param>
    public static string NameOf(IReadOnlyList<CommandInfo> commands, string text) =>
        string.IsNullOrWhiteSpace(text) && commands.Any(info => info.Name == Help) ? Help : ChatCommand.PlainWords;
}
