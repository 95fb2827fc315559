namespace Bot.Chat;

/// <summary>
/// A request with the command that it leads to. <see cref="ISeminar.Find"/> looks it up once; what follows is handed this.
/// </summary>
/// <param name="Request">What was asked.</param>
/// <param name="Info">The command; null where there is none of the name.</param>
/// <param name="Name">The command's name as it was typed, cleaned.</param>
/// <param name="Text">The command's own text, cleaned: without its name, where that was typed among plain words.</param>
public sealed record FoundCommand(ChatCommand Request, CommandInfo? Info, string Name, string Text)
{
    /// <summary>Whether no command was named, and <see cref="Info"/> is the one that takes such words.</summary>
    public bool IsBareWords { get; init; }

    /// <summary>Whether it is a greeting or thanks, which lead to no command and are answered in kind.</summary>
    public bool IsCourtesy { get; init; }
}
