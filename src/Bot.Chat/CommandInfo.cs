namespace Bot.Chat;

/// <summary>
/// A command as people see it. Help texts, the command line and each platform's registration are made from this alone.
/// </summary>
/// <param name="Name">Lower case, a single word: <c>ask</c>; or two, a group and a command of it: <c>debate schedule</c>.</param>
/// <param name="Description">What it does, in one line of at most 100 characters (Discord's limit).</param>
public sealed record CommandInfo(string Name, string Description)
{
    /// <summary>The first word of the name, which commands of a group share.</summary>
    public string Group => Name.Split(' ')[0];

    /// <summary>
    /// The command's name within its group. A platform on which a group cannot be a command itself offers the command that has the
    /// group's own name under this one.
    /// </summary>
    public string NameInGroup { get; init; } = Name[(Name.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    /// <summary>Whether only teachers may use it.</summary>
    public bool ForTeachers { get; init; }

    /// <summary>
    /// Whether it is about a channel that the bot is in. Direct messages are none, nor is a conversation that a member only brings the bot into.
    /// What is for teachers is for those of a channel.
    /// </summary>
    public bool NeedsChannel { get => field || ForTeachers; init; }

    /// <summary>Whether the reply concerns the member alone and is private whatever the channel or the member wants.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Whether it is reached by a choice alone, so that neither help nor a platform's registration lists it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>What the text after the name means; null for a command that takes none.</summary>
    public OptionInfo? Text { get; init; }

    /// <summary>
    /// What its text is made of, in order, for a form that asks for each part; an optional part is last. Empty where the text is one.
    /// </summary>
    public IReadOnlyList<OptionInfo> TextParts { get; init; } = [];

    /// <summary>What stands above a form for it, in at most 45 characters; null for its description.</summary>
    public string? FormTitle { get; init; }

    /// <summary>Whether a form for it asks for which channel it is, too.</summary>
    public bool AsksForChannel { get; init; }

    /// <summary>
    /// What it is called where a platform offers it on a message, whose words become its text: <c>Check quote</c>, at most 24
    /// characters. Null where it is not offered there. A command that takes files is given those of the message, in place of its words.
    /// </summary>
    public string? MessageAction { get; init; }

    /// <summary>Whether it is the files of a message that it is offered for, and its words are nothing to it.</summary>
    public bool ActsOnFiles { get; init; }

    /// <summary>Whether it changes what the bot keeps, so that one request must not run it twice. Commands for teachers may all do so.</summary>
    public bool ChangesSomething { get; init; }

    /// <summary>
    /// Whether the reply answers the text without repeating it. Where a platform hides what members type, it stands above the reply, for
    /// those who see it later or are shown it.
    /// </summary>
    public bool AnswersItsText { get; init; }

    /// <summary>Whether words that begin with no command's name are its text: a bare question.</summary>
    public bool TakesBareWords { get; init; }

    /// <summary>A file that it takes in place of its text; null for a command that takes none.</summary>
    public OptionInfo? File { get; init; }

    /// <summary>How many files it takes at once, where it takes one at all; at most 10.</summary>
    public int MaxFiles { get; init; } = 1;

    /// <summary>How the names of files that it takes can end, without the dot.</summary>
    public IReadOnlyList<string> FileExtensions { get; init; } = [];

    /// <summary>Further options, which the text may hold as <c>name:value</c>.</summary>
    public IReadOnlyList<OptionInfo> Options { get; init; } = [];

    /// <summary>Uses that work on the readings that ship, each a whole line without the slash.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>More about its use, in whole sentences, for <c>help NAME</c>.</summary>
    public string Details { get; init; } = "";

    /// <summary>Who sees the reply unless the channel decides otherwise.</summary>
    public ReplyVisibility Visibility { get; init; } = ReplyVisibility.Private;

    /// <summary>Of the files of a message, those that it may be meant for; a picture among them is none.</summary>
    public IReadOnlyList<AttachedFile> Among(IEnumerable<AttachedFile> files) =>
        File is null ? [] : [.. files.Where(file => FileExtensions.Contains(Path.GetExtension(file.Name).TrimStart('.'), StringComparer.OrdinalIgnoreCase))];

    /// <summary>How it is written: <c>ask &lt;question&gt;</c>.</summary>
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

/// <summary>What kind of value an option takes.</summary>
public enum OptionKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A whole number from 1.</summary>
    Number,

    /// <summary>The id of a reading on the shelf.</summary>
    Reading,

    /// <summary>The ids of readings, with commas between them; also of those that the channel is not answered from.</summary>
    ShelfReadings,

    /// <summary>A place in a reading: <c>¶9</c> or <c>¶9.2</c>.</summary>
    Anchor,

    /// <summary>A reading, a section of one, or any words.</summary>
    Topic,

    /// <summary>The name of a command.</summary>
    Command,

    /// <summary>The ids of readings on the shelf, with commas.</summary>
    Readings,
}

/// <summary>One value that a command takes.</summary>
/// <param name="Name">Lower case, a single word.</param>
/// <param name="Description">What it means, in one line of at most 100 characters.</param>
public sealed record OptionInfo(string Name, string Description)
{
    /// <summary>What a form calls it; null for its name.</summary>
    public string? Label { get; init; }

    /// <summary>What may stand there.</summary>
    public OptionKind Kind { get; init; } = OptionKind.Text;

    /// <summary>Whether the command cannot do without it.</summary>
    public bool Required { get; init; }

    /// <summary>Whether it may be too long for a line. A platform with forms asks for it in one where it was left out.</summary>
    public bool IsLong { get; init; }

    /// <summary>The only values allowed; empty where any value of the kind is.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What a form calls the <see cref="Choices"/>; those that are missing go by their value.</summary>
    public IReadOnlyDictionary<string, string> ChoiceLabels { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether several of the <see cref="Choices"/> may stand there, with commas.</summary>
    public bool TakesSeveral { get; init; }

    /// <summary>What a form proposes; empty for nothing.</summary>
    public string Proposed { get; init; } = "";

    /// <summary>What a form shows for it: its label, or its name.</summary>
    public string FormLabel => Capital(Label ?? Name);

    /// <summary>Whether it switches something on and off.</summary>
    public bool IsSwitch => Choices.Count == 2 && Choices.Contains("on") && Choices.Contains("off");

    /// <summary>How help shows the value: the choices, or the kind.</summary>
    public string ValueHint => Choices.Count > 0 ? string.Join('|', Choices) : Kind switch
    {
        OptionKind.Number => "N",
        OptionKind.Reading => "NAME",
        OptionKind.ShelfReadings => "NAME…",
        OptionKind.Anchor => "¶N",
        _ => Name.ToUpperInvariant(),
    };

    /// <summary>What a form shows for one of the <see cref="Choices"/>.</summary>
    public string FormLabelOf(string choice) => Capital(ChoiceLabels.GetValueOrDefault(choice, choice));

    private static string Capital(string name) => string.Concat(name[..1].ToUpperInvariant(), name.AsSpan(1));
}
