namespace Bot.Chat;

/// <summary>One request of a member, in the same form for all platforms.</summary>
public sealed record ChatCommand
{
    /// <summary>The name for plain words without a command: a message that mentions the bot, a line of the console.</summary>
    public const string PlainWords = "";

    /// <summary>
    /// The command's name in the catalogue, without a slash: <c>ask</c>, <c>debate schedule</c>. <see cref="PlainWords"/> if the text may begin with a
    /// command, or is a question.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>
    /// Whether a program asks instead of a person. Then <see cref="Name"/> is the whole name, so that a text that begins with a word such as
    /// <c>add</c> does not lead to another command of the group, and the question is not remembered for a follow-up.
    /// </summary>
    public bool IsFromProgram { get; init; }

    /// <summary>The text after the name. It can contain options, such as <c>reading:case-for-pressure</c>.</summary>
    public string Text { get; init; } = "";

    /// <summary>Options that the platform sends separately; they override options with the same name in the text.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>The text followed by the options in text form, as a member would type them.</summary>
    public string TextWithOptions => string.Join(' ', Options
        .Select(option => option.Value.Contains(' ', StringComparison.Ordinal) ? $"{option.Key}:\"{option.Value}\"" : $"{option.Key}:{option.Value}")
        .Prepend(Text)).Trim();

    /// <summary>The channel of the request and of its reply.</summary>
    public required ChannelAddress Channel { get; init; }

    /// <summary>Whether the channel is a member's direct messages with the bot, where nobody else reads.</summary>
    public bool IsDirect { get; init; }

    /// <summary>The attached files.</summary>
    public IReadOnlyList<AttachedFile> Files { get; init; } = [];

    /// <summary>
    /// Further channels that the member is in, which the command also covers. Usually empty.
    /// </summary>
    public IReadOnlyList<ChannelAddress> Also { get; init; } = [];

    /// <summary>How commands are written on the platform, for replies that name one.</summary>
    public CommandStyle Style { get; init; }

    /// <summary>
    /// Whether an answer may offer further questions: a person reads it and can press or type them. Finding them takes some time.
    /// </summary>
    public bool MayOfferQuestions { get; init; }

    /// <summary>The member who asks.</summary>
    public required ChatUser User { get; init; }

    /// <summary>
    /// The member's locale on the platform: <c>pt-BR</c>. Null if unknown. The channel's setting takes precedence.
    /// </summary>
    public string? Locale { get; init; }

    /// <summary>The visibility that the member chose, if any; the reply of a personal command is always private.</summary>
    public ReplyVisibility? Wanted { get; init; }

    /// <summary>The stamp of the choice that was pressed; null for a command that was typed.</summary>
    public string? Stamp { get; init; }
}
