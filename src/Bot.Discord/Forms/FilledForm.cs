using Bot.Chat.Delivery;

namespace Bot.Discord.Forms;

/// <summary>A form as it was filled in.</summary>
/// <param name="Command">The form's command.</param>
/// <param name="Text">The command's text.</param>
/// <param name="Options">Its options.</param>
internal sealed record FilledForm(string Command, string Text, IReadOnlyDictionary<string, string> Options)
{
    /// <summary>The id of the chosen channel; null if the form has no channel field.</summary>
    public string? Channel { get; init; }

    /// <summary>Reads a form; null if another version of the program made it.</summary>
    /// <param name="commands">All commands.</param>
    /// <param name="customId">The form's custom id.</param>
    /// <param name="fields">The values of its fields, by name.</param>
    public static FilledForm? Read(
        IReadOnlyList<CommandInfo> commands, string customId, IReadOnlyDictionary<string, IReadOnlyList<string>> fields)
    {
        if (ChoiceCode.Decode(customId) is not { } code || commands.FirstOrDefault(command => command.Name == code.Command) is not { } info)
        {
            return null;
        }

        var parts = info.TextParts.Select((_, i) => ValueOf(fields, FieldNames.Part(i))).Prepend(ValueOf(fields, FieldNames.Text)).Append(code.Text);
        return new FilledForm(info.Name, string.Join(' ', parts.Where(part => part.Length > 0)).Trim(), OptionsOf(info, fields))
        {
            Channel = fields.GetValueOrDefault(FieldNames.Channel) is [var channel, ..] ? channel : null,
        };
    }

    private static Dictionary<string, string> OptionsOf(CommandInfo info, IReadOnlyDictionary<string, IReadOnlyList<string>> fields)
    {
        var on = fields.GetValueOrDefault(FieldNames.Switches);
        return info.Options
            .Select(option => (option.Name, Value: option.IsSwitch && on is not null
                ? on.Contains(option.Name) ? "on" : "off"
                : ValueOf(fields, FieldNames.Option(option.Name))))
            .Where(option => option.Value.Length > 0)
            .ToDictionary(option => option.Name, option => option.Value, StringComparer.Ordinal);
    }

    private static string ValueOf(IReadOnlyDictionary<string, IReadOnlyList<string>> fields, string name) =>
        string.Join(',', fields.GetValueOrDefault(name) ?? []).Trim();
}
