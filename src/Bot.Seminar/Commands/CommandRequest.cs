using Bot.Chat;
using Bot.Library;

namespace Bot.Seminar.Commands;

/// <summary>A command whose text is cleaned and whose options are read.</summary>
/// <param name="Command">The command as it came.</param>
/// <param name="Text">The text without its options, composed (NFC), free of control characters, at most 4,000 characters.</param>
/// <param name="Options">The options that were given, by name; each is one that the command declares, of the declared kind.</param>
/// <param name="Shelf">The readings of the channel, as they were when the request came. It is answered from these alone.</param>
public sealed record CommandRequest(ChatCommand Command, string Text, IReadOnlyDictionary<string, string> Options, ShelfSnapshot Shelf)
{
    /// <summary>How long a command may look before it ends with what it has; the reply says so then.</summary>
    internal TimeBudget Budget { get; init; } = TimeBudget.Endless;

    /// <summary>The question that the text is a follow-up to, which stands before it in <see cref="Text"/>; null where it is alone.</summary>
    public EarlierQuestion? Earlier { get; init; }

    /// <summary>The value of an option, or null where it was not given.</summary>
    public string? Option(string name) => Options.GetValueOrDefault(name);
}
