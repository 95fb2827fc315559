using Bot.Chat;
using Bot.Chat.Delivery;

namespace Bot.Discord.Forms;

/// <summary>A form as it was filled in.</summary>
/// <param name="Command">The command that it is for.</param>
/// <param name="Text">The command's text.</param>
/// <param name="Options">Its options.</param>
internal sealed record FilledForm(string Command, string Text, IReadOnlyDictionary<string, string> Options)
{
    /// <summary>The id of the channel that was chosen; null where none was asked for.</summary>
    public string? Channel { get; init; }

    /// <summary>Reads a form; null where it is of another version of the program.</summary>
    /// <param name="commands">The commands there are.</param>
    /// <param name="customId">What the form carries unseen.</param>
    /// <param name="fields">What stands in its fields, by their names.</param>
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
