using Bot.Chat;
using Bot.Chat.Delivery;
using Bot.Discord.Protocol;

namespace Bot.Discord.Forms;

/// <summary>Builds the fields of a form from a command's text and options.</summary>
/// <param name="suggest">Suggests values for an option, such as readings.</param>
/// <param name="place">The channel where the form is opened.</param>
/// <param name="channel">The channel to preselect; null if it is of a kind that the menu does not list.</param>
internal sealed class FormFields(Func<SuggestionRequest, IReadOnlyList<Suggestion>> suggest, ChannelAddress place, string? channel)
{
    /// <summary>A field for a command's text, and one for files if files can replace it; empty if the command has no text.</summary>
    public static IReadOnlyList<FormField> OfText(CommandInfo info) =>
    [
        .. info.Text is { } text ? [Field(text, Input(FieldNames.Text, text with { Required = text.Required && info.File is null }))] : (FormField[])[],
        .. info.File is { } file ? [Field(file, new FileUpload(FieldNames.Files, info.MaxFiles))] : (FormField[])[],
    ];

    /// <summary>Fields for the parts of a command's text, its channel, and the unknown options.</summary>
    public IReadOnlyList<FormField> OfParts(CommandInfo info, IEnumerable<string> known) =>
    [
        .. info.TextParts.Select((part, i) => Field(part, Input(FieldNames.Part(i), part))),
        .. OfChannel(info),
        .. info.Options.ExceptBy(known, option => option.Name).Select(option => OfOption(info, option, "")),
    ];

    /// <summary>Fields for a command's text, channel and options. All on/off options share one field.</summary>
    public IReadOnlyList<FormField> OfAll(CommandInfo info, string present)
    {
        if (info.TextParts.Count > 0)
        {
            return OfParts(info, []);
        }

        var switches = info.Options.Where(option => option.IsSwitch).Take(DiscordLimits.GroupOptions).ToList();
        var others = info.Options.Where(option => !option.IsSwitch).Select(option => OfOption(info, option, ValueIn(present, option)));
        return
        [
            .. OfText(info),
            .. others,
            .. switches.Count > 0 ? [OfSwitches(switches, present)] : (FormField[])[],
        ];
    }

    private IReadOnlyList<DefaultChannel>? Here => channel is null ? null : [new DefaultChannel(channel)];

    private IEnumerable<FormField> OfChannel(CommandInfo info) => info.AsksForChannel
        ? [new FormField(FormTexts.Channel, FormTexts.WherePosted, new ChannelMenu(FieldNames.Channel, DiscordChannels.TakePosts, Here))]
        : [];

    private FormField OfOption(CommandInfo info, OptionInfo option, string present)
    {
        var name = FieldNames.Option(option.Name);
        if (option.Choices.Count > 0 || option.Kind is not (OptionKind.Reading or OptionKind.Readings))
        {
            return Field(option, Input(name, option with { Proposed = present }));
        }

        var values = suggest(new SuggestionRequest(info.Name, option.Name, "") { Channel = place, MaxItems = DiscordLimits.Suggestions })
            .Where(value => value.Value.Length is > 0 and <= DiscordLimits.Suggestion)
            .Select(value => new FormOption(value.Value, ShortText.Of(value.Label, DiscordLimits.Suggestion)))
            .ToList();
        return Field(option, values.Count == 0
            ? Input(name, option)
            : new SelectMenu(name, values, option.Required ? 1 : 0, option.Kind == OptionKind.Readings ? values.Count : 1));
    }

    private static FormField OfSwitches(IReadOnlyList<OptionInfo> switches, string present) => new(
        FormTexts.OnOrOff,
        FormTexts.TickedIsOn,
        new CheckboxGroup(FieldNames.Switches, [.. switches.Select(option => new FormOption(option.Name, option.FormLabel)
        {
            Description = ShortText.Of(option.Description, DiscordLimits.FormDescription),
            Default = ValueIn(present, option) == "on" ? true : null,
        })], MinValues: 0));

    private static object Input(string name, OptionInfo option) => option switch
    {
        { TakesSeveral: true } => new CheckboxGroup(name, Values(option), option.Required ? 1 : 0),
        { Choices.Count: > 1 and <= DiscordLimits.GroupOptions } => new RadioGroup(name, Values(option), option.Required),
        { Choices.Count: > 0 } => new SelectMenu(name, Values(option), option.Required ? 1 : 0, 1),
        { IsLong: true } => new TextInput(name, option.Required).Long(),
        _ => new TextInput(name, option.Required) { Value = option.Proposed.Length > 0 ? option.Proposed : null },
    };

    private static List<FormOption> Values(OptionInfo option)
    {
        var proposed = option.Proposed.Split(',');
        return [.. option.Choices.Select(choice => new FormOption(choice, option.FormLabelOf(choice)) { Default = proposed.Contains(choice) ? true : null })];
    }

    private static FormField Field(OptionInfo option, object input) => new(
        ShortText.Of(option.FormLabel, DiscordLimits.FormLabel), ShortText.Of(option.Description, DiscordLimits.FormDescription), input);

    private static string ValueIn(string present, OptionInfo option) => present.Split(' ')
        .Where(word => word.StartsWith($"{option.Name}:", StringComparison.Ordinal))
        .Select(word => word[(option.Name.Length + 1)..])
        .FirstOrDefault("");
}
