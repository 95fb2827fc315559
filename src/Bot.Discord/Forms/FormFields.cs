using Bot.Chat.Delivery;

namespace Bot.Discord.Forms;

/// <summary>Builds the fields of a form from a command's text and options.</summary>
/// <param name="suggest">Suggests values for an option, such as readings.</param>
/// <param name="place">The channel where the form is opened.</param>
/// <param name="channel">The channel to preselect; null if it is of a kind that the menu does not list.</param>
internal sealed class FormFields(Func<SuggestionRequest, IReadOnlyList<Suggestion>> suggest, ChannelAddress place, string? channel)
{
    /// <summary>A field for a command's text, and one for files if files can replace it; empty if the command has no text.</summary>
    public static IReadOnlyList<FormField> CreateForText(CommandInfo info) =>
    [
        .. info.Text is { } text
            ? [CreateField(text, CreateInput(FieldNames.Text, text with { Required = text.Required && info.File is null }))]
            : (FormField[])[],
        .. info.File is { } file ? [CreateField(file, new FileUpload(FieldNames.Files, info.MaxFiles))] : (FormField[])[],
    ];

    /// <summary>Fields for the parts of a command's text, its channel, and the unknown options.</summary>
    public IReadOnlyList<FormField> CreateForParts(CommandInfo info, IEnumerable<string> known) =>
    [
        .. info.TextParts.Select((part, i) => CreateField(part, CreateInput(FieldNames.Part(i), part))),
        .. CreateForChannel(info),
        .. info.Options.ExceptBy(known, option => option.Name).Select(option => CreateForOption(info, option, "")),
    ];

    /// <summary>Fields for a command's text, channel and options. All on/off options share one field.</summary>
    public IReadOnlyList<FormField> CreateForAll(CommandInfo info, string present)
    {
        if (info.TextParts.Count > 0)
        {
            return CreateForParts(info, []);
        }

        var switches = info.Options.Where(option => option.IsSwitch).Take(DiscordLimits.GroupOptions).ToList();
        var others = info.Options.Where(option => !option.IsSwitch).Select(option => CreateForOption(info, option, FindValue(present, option)));
        return
        [
            .. CreateForText(info),
            .. others,
            .. switches.Count > 0 ? [CreateForSwitches(switches, present)] : (FormField[])[],
        ];
    }

    private IReadOnlyList<DefaultChannel>? Here => channel is null ? null : [new DefaultChannel(channel)];

    private IEnumerable<FormField> CreateForChannel(CommandInfo info) => info.AsksForChannel
        ? [new FormField(FormTexts.Channel, FormTexts.WherePosted, new ChannelMenu(FieldNames.Channel, DiscordChannels.TakePosts, Here))]
        : [];

    private FormField CreateForOption(CommandInfo info, OptionInfo option, string present)
    {
        var name = FieldNames.Option(option.Name);
        if (option.Choices.Count > 0 || option.Kind is not (OptionKind.Reading or OptionKind.Readings))
        {
            return CreateField(option, CreateInput(name, option with { Proposed = present }));
        }

        var values = suggest(new SuggestionRequest(info.Name, option.Name, "") { Channel = place, MaxItems = DiscordLimits.Suggestions })
            .Where(value => value.Value.Length is > 0 and <= DiscordLimits.Suggestion)
            .Select(value => new FormOption(value.Value, ShortText.Of(value.Label, DiscordLimits.Suggestion)))
            .ToList();
        return CreateField(option, values.Count == 0
            ? CreateInput(name, option)
            : new SelectMenu(name, values, option.Required ? 1 : 0, option.Kind == OptionKind.Readings ? values.Count : 1));
    }

    private static FormField CreateForSwitches(IReadOnlyList<OptionInfo> switches, string present) => new(
        FormTexts.OnOrOff,
        FormTexts.TickedIsOn,
        new CheckboxGroup(FieldNames.Switches, [.. switches.Select(option => new FormOption(option.Name, option.FormLabel)
        {
            Description = ShortText.Of(option.Description, DiscordLimits.FormDescription),
            Default = FindValue(present, option) == "on" ? true : null,
        })], MinValues: 0));

    private static object CreateInput(string name, OptionInfo option) => option switch
    {
        { TakesSeveral: true } => new CheckboxGroup(name, ListValues(option), option.Required ? 1 : 0),
        { Choices.Count: > 1 and <= DiscordLimits.GroupOptions } => new RadioGroup(name, ListValues(option), option.Required),
        { Choices.Count: > 0 } => new SelectMenu(name, ListValues(option), option.Required ? 1 : 0, 1),
        { IsLong: true } => new TextInput(name, option.Required).MakeLong(),
        _ => new TextInput(name, option.Required) { Value = option.Proposed.Length > 0 ? option.Proposed : null },
    };

    private static List<FormOption> ListValues(OptionInfo option)
    {
        var proposed = option.Proposed.Split(',');
        return [.. option.Choices.Select(choice => new FormOption(choice, option.FormLabelOf(choice)) { Default = proposed.Contains(choice) ? true : null })];
    }

    private static FormField CreateField(OptionInfo option, object input) => new(
        ShortText.Of(option.FormLabel, DiscordLimits.FormLabel), ShortText.Of(option.Description, DiscordLimits.FormDescription), input);

    private static string FindValue(string present, OptionInfo option) => present.Split(' ')
        .Where(word => word.StartsWith($"{option.Name}:", StringComparison.Ordinal))
        .Select(word => word[(option.Name.Length + 1)..])
        .FirstOrDefault("");
}
