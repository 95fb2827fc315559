using Bot.Library;

namespace Bot.Seminar.Commands;

/// <summary>A command with cleaned text and checked options.</summary>
/// <param name="Command">The command as it was received.</param>
/// <param name="Text">The text without its options, composed (NFC), free of control characters, at most 4,000 characters.</param>
/// <param name="Options">The options that were given, by name; each is one that the command declares, of the declared kind.</param>
/// <param name="Shelf">The readings of the channel when the request arrived. The answer uses only these.</param>
public sealed record CommandRequest(ChatCommand Command, string Text, IReadOnlyDictionary<string, string> Options, ShelfSnapshot Shelf)
{
    /// <summary>How long a command may search before it returns what it has found; the reply then says so.</summary>
    internal TimeBudget Budget { get; init; } = TimeBudget.Endless;

    /// <summary>The question that the text follows up, which is also at the start of <see cref="Text"/>; null if there is none.</summary>
    public EarlierQuestion? Earlier { get; init; }

    /// <summary>The value of an option, or null if it was not given.</summary>
    public string? Option(string name) => Options.GetValueOrDefault(name);
}
