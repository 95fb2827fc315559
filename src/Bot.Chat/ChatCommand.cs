namespace Bot.Chat;

/// <summary>One request of a member, in the same shape whichever platform it came from.</summary>
public sealed record ChatCommand
{
    /// <summary>The name of what is no command but plain words: a message that mentions the bot, a line of the console.</summary>
    public const string PlainWords = "";

    /// <summary>
    /// The command's name in the catalogue, without a slash: <c>ask</c>, <c>debate schedule</c>. <see cref="PlainWords"/> where the
    /// text may begin with a command, or else is a question.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>
    /// Whether a program asks and not a person. Then <see cref="Name"/> is the whole name, so that a text that begins with a word such as
    /// <c>add</c> does not lead to another command of the group, and the question is not remembered for a follow-up.
    /// </summary>
    public bool IsFromProgram { get; init; }

    /// <summary>What stands after the name. May hold options in text form, such as <c>reading:case-for-pressure</c>.</summary>
    public string Text { get; init; } = "";

    /// <summary>Options that the platform delivers apart from the text; a name given here wins over the same name in the text.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>The text with the options in text form behind it: what a member types to get the same.</summary>
    public string TextWithOptions => string.Join(' ', Options
        .Select(option => option.Value.Contains(' ', StringComparison.Ordinal) ? $"{option.Key}:\"{option.Value}\"" : $"{option.Key}:{option.Value}")
        .Prepend(Text)).Trim();

    /// <summary>Where the request came from and where the reply goes.</summary>
    public required ChannelAddress Channel { get; init; }

    /// <summary>The files that came with it.</summary>
    public IReadOnlyList<AttachedFile> Files { get; init; } = [];

    /// <summary>
    /// Further channels that the member is in, as the platform told: what a command shows of a channel it shows of these too. Empty for the
    /// one channel alone.
    /// </summary>
    public IReadOnlyList<ChannelAddress> Also { get; init; } = [];

    /// <summary>How commands are written where the request came from, for replies that name one.</summary>
    public CommandStyle Style { get; init; }

    /// <summary>Who asks.</summary>
    public required ChatUser User { get; init; }

    /// <summary>
    /// The language that the member uses the platform in, as the platform writes it: <c>pt-BR</c>. Null where it does not say. A channel's own
    /// setting comes before it.
    /// </summary>
    public string? Locale { get; init; }

    /// <summary>Who should see the reply, where the member chose; a personal command stays private all the same.</summary>
    public ReplyVisibility? Wanted { get; init; }

    /// <summary>The stamp of the choice that was pressed; null for a command that was typed.</summary>
    public string? Stamp { get; init; }
}
