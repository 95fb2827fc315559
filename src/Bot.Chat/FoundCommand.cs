namespace Bot.Chat;

/// <summary>
/// A request with its command. <see cref="ISeminar.Find"/> looks it up once, and all later calls get this object.
/// </summary>
/// <param name="Request">The request.</param>
/// <param name="Info">The command; null if there is none with the name.</param>
/// <param name="Name">The command's name as typed, cleaned.</param>
/// <param name="Text">The command's text, cleaned, without its name.</param>
public sealed record FoundCommand(ChatCommand Request, CommandInfo? Info, string Name, string Text)
{
    /// <summary>Whether the words name no command, so that <see cref="Info"/> is the default command.</summary>
    public bool IsBareWords { get; init; }

    /// <summary>Whether it is a greeting or thanks, which have no command but get a friendly reply.</summary>
    public bool IsCourtesy { get; init; }
}
