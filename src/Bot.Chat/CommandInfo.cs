namespace Bot.Chat;

/// <summary>
/// The description of a command. Help texts, the command line and each platform's registration are generated from it.
/// </summary>
/// <param name="Name">Lower case, a single word: <c>ask</c>; or two words, a group and its command: <c>debate schedule</c>.</param>
/// <param name="Description">Its purpose, in one line of at most 100 characters (Discord's limit).</param>
public sealed record CommandInfo(string Name, string Description)
{
    /// <summary>The first word of the name, which commands of a group share.</summary>
    public string Group => Name.Split(' ')[0];

    /// <summary>
    /// The command's name within its group. A platform on which a group cannot be a command itself offers the command that has the
    /// group's own name under this one.
    /// </summary>
    public string NameInGroup { get; init; } = Name[(Name.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    /// <summary>Whether only teachers can use it.</summary>
    public bool ForTeachers { get; init; }

    /// <summary>
    /// Whether it needs a channel that the bot is in. Direct messages do not count, nor does a conversation in which only a member has installed the bot.
    /// Teachers' commands always need one.
    /// </summary>
    public bool NeedsChannel { get => field || ForTeachers; init; }

    /// <summary>Whether the reply is about the member and is always private.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Whether only buttons use it, so that neither help nor a platform's registration lists it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The meaning of the text after the name; null for a command that takes none.</summary>
    public OptionInfo? Text { get; init; }

    /// <summary>
    /// The parts of its text, in order, for a form that asks for each; an optional part is last. Empty if the text has no parts.
    /// </summary>
    public IReadOnlyList<OptionInfo> TextParts { get; init; } = [];

    /// <summary>The title of its form, at most 45 characters; null for its description.</summary>
    public string? FormTitle { get; init; }

    /// <summary>Whether its form also asks for the channel.</summary>
    public bool AsksForChannel { get; init; }

    /// <summary>
    /// Its name in the menu of a message, whose words become its text: <c>Check quote</c>, at most 24 characters. Null if it is not in the menu. A command
    /// that takes files gets the files of the message instead of its words.
    /// </summary>
    public string? MessageAction { get; init; }

    /// <summary>Whether it uses only the files of a message and not its words.</summary>
    public bool ActsOnFiles { get; init; }

    /// <summary>Whether it changes stored data, so that one request must not run it twice.</summary>
    public bool ChangesSomething { get; init; }

    /// <summary>
    /// Whether the reply does not repeat the text. On platforms that hide what members type, the text is then shown above the reply.
    /// </summary>
    public bool AnswersItsText { get; init; }

    /// <summary>Whether words without a command's name are its text, such as a question.</summary>
    public bool TakesBareWords { get; init; }

    /// <summary>A file that it takes instead of its text; null for a command that takes none.</summary>
    public OptionInfo? File { get; init; }

    /// <summary>How many files it takes at once, if it takes any; at most 10.</summary>
    public int MaxFiles { get; init; } = 1;

    /// <summary>The extensions of accepted files, without the dot.</summary>
    public IReadOnlyList<string> FileExtensions { get; init; } = [];

    /// <summary>Further options, which can be in the text as <c>name:value</c>.</summary>
    public IReadOnlyList<OptionInfo> Options { get; init; } = [];

    /// <summary>Examples for the readings that ship, each a whole line without the slash.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>More about its use, in whole sentences, for <c>help NAME</c>.</summary>
    public string Details { get; init; } = "";

    /// <summary>The default visibility of the reply.</summary>
    public ReplyVisibility Visibility { get; init; } = ReplyVisibility.Private;

    /// <summary>The files of a message that it accepts, by their extensions.</summary>
    public IReadOnlyList<AttachedFile> Choose(IEnumerable<AttachedFile> files) =>
        File is null ? [] : [.. files.Where(file => FileExtensions.Contains(Path.GetExtension(file.Name).TrimStart('.'), StringComparer.OrdinalIgnoreCase))];

    /// <summary>Its usage: <c>ask &lt;question&gt;</c>.</summary>
    public string Usage
    {
        get
        {
            var parts = Options.Select(option => $"[{option.Name}:{option.ValueHint}]");
            if (Text is not null)
            {
                parts = parts.Prepend(Text.Required ? $"<{Text.Name}>" : $"[{Text.Name}]");
            }

            return string.Join(' ', parts.Prepend(Name));
        }
    }
}

/// <summary>The kind of an option's value.</summary>
public enum OptionKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A whole number from 1.</summary>
    Number,

    /// <summary>The id of a reading on the shelf.</summary>
    Reading,

    /// <summary>The ids of readings, separated by commas, including those that are not in the channel's list.</summary>
    ShelfReadings,

    /// <summary>A place in a reading: <c>¶9</c> or <c>¶9.2</c>.</summary>
    Anchor,

    /// <summary>A reading, a section of one, or any words.</summary>
    Topic,

    /// <summary>The name of a command.</summary>
    Command,

    /// <summary>The ids of the channel's readings, separated by commas.</summary>
    Readings,
}

/// <summary>One value that a command takes.</summary>
/// <param name="Name">Lower case, a single word.</param>
/// <param name="Description">Its meaning, in one line of at most 100 characters.</param>
public sealed record OptionInfo(string Name, string Description)
{
    /// <summary>Its label in a form; null for its name.</summary>
    public string? Label { get; init; }

    /// <summary>The kind of its value.</summary>
    public OptionKind Kind { get; init; } = OptionKind.Text;

    /// <summary>Whether the command needs it.</summary>
    public bool Required { get; init; }

    /// <summary>Whether it can be too long for a line. If it is left out, a platform with forms opens one.</summary>
    public bool IsLong { get; init; }

    /// <summary>The allowed values; empty if any value of the kind is allowed.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The labels of the <see cref="Choices"/> in a form; a missing label is the value itself.</summary>
    public IReadOnlyDictionary<string, string> ChoiceLabels { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether it takes several of the <see cref="Choices"/>, separated by commas.</summary>
    public bool TakesSeveral { get; init; }

    /// <summary>The initial value in a form; empty for none.</summary>
    public string Proposed { get; init; } = "";

    /// <summary>Its label or name, as a form shows it.</summary>
    public string FormLabel => Capitalize(Label ?? Name);

    /// <summary>Whether it switches something on and off.</summary>
    public bool IsSwitch => Choices.Count == 2 && Choices.Contains("on") && Choices.Contains("off");

    /// <summary>The value as help shows it: the choices, or the kind.</summary>
    public string ValueHint => Choices.Count > 0 ? string.Join('|', Choices) : Kind switch
    {
        OptionKind.Number => "N",
        OptionKind.Reading => "NAME",
        OptionKind.ShelfReadings => "NAME…",
        OptionKind.Anchor => "¶N",
        _ => Name.ToUpperInvariant(),
    };

    /// <summary>The label of one of the <see cref="Choices"/>, as a form shows it.</summary>
    public string FormLabelOf(string choice) => Capitalize(ChoiceLabels.GetValueOrDefault(choice, choice));

    private static string Capitalize(string name) => string.Concat(name[..1].ToUpperInvariant(), name.AsSpan(1));
}
