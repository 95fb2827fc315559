namespace Bot.Chat;

/// <summary>How commands are written on a platform.</summary>
public enum CommandStyle
{
    /// <summary>As plain words: <c>ask Have sanctions worked?</c>.</summary>
    Words,

    /// <summary>After a slash, with everything in one line: <c>/ask Have sanctions worked?</c>.</summary>
    Slash,

    /// <summary>After a slash, with a field for each value: <c>/ask question:Have sanctions worked?</c>.</summary>
    SlashFields,
}

/// <summary>Writes commands in the style of a platform.</summary>
public static class CommandNotation
{
    /// <summary>Whether commands with this first word form a group, in which the command with the group's name needs a second word.</summary>
    public static bool IsGroup(IReadOnlyList<CommandInfo> commands, string group) =>
        commands.Any(info => !info.IsHidden && info.Group == group && info.Name != group);

    /// <summary>A command's name on platforms where a group cannot be a command: <c>debate motion</c>.</summary>
    public static string NameInGroup(IReadOnlyList<CommandInfo> commands, CommandInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        return IsGroup(commands, info.Group) ? $"{info.Group} {info.NameInGroup}" : info.Name;
    }

    /// <summary>A command's name.</summary>
    /// <param name="style">The style.</param>
    /// <param name="commands">All commands.</param>
    /// <param name="info">The command.</param>
    public static string Name(CommandStyle style, IReadOnlyList<CommandInfo> commands, CommandInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        return style switch
        {
            CommandStyle.Slash => $"/{info.Name}",
            CommandStyle.SlashFields => $"/{NameInGroup(commands, info)}",
            _ => info.Name,
        };
    }

    /// <summary>A command with its parameters: <c>ask &lt;question&gt; [reading:NAME]</c>, <c>/ask question: [reading:]</c>.</summary>
    /// <param name="style">The style.</param>
    /// <param name="commands">All commands.</param>
    /// <param name="info">The command.</param>
    public static string WriteUsage(CommandStyle style, IReadOnlyList<CommandInfo> commands, CommandInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        if (style != CommandStyle.SlashFields)
        {
            return $"{Name(style, commands, info)}{info.Usage[info.Name.Length..]}";
        }

        var fields = info.Options.Select(option => $"[{option.Name}:]");
        if (info.Text is { } text)
        {
            fields = fields.Prepend(WriteField(style, text));
        }

        return string.Join(' ', fields.Prepend(Name(style, commands, info)));
    }

    /// <summary>How the text of a command is written: <c>&lt;question&gt;</c>, <c>question:</c>; in brackets if it is optional.</summary>
    /// <param name="style">The style.</param>
    /// <param name="text">The meaning of the text.</param>
    public static string WriteField(CommandStyle style, OptionInfo text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return (style, text.Required) switch
        {
            (CommandStyle.SlashFields, true) => $"{text.Name}:",
            (CommandStyle.SlashFields, false) => $"[{text.Name}:]",
            (_, true) => $"<{text.Name}>",
            _ => $"[{text.Name}]",
        };
    }

    /// <summary>An example of a command.</summary>
    /// <param name="style">The style.</param>
    /// <param name="commands">All commands.</param>
    /// <param name="info">The command.</param>
    /// <param name="line">The example as plain words, beginning with the command's name, as in <see cref="CommandInfo.Examples"/>.</param>
    public static string WriteExample(CommandStyle style, IReadOnlyList<CommandInfo> commands, CommandInfo info, string line)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(line);
        var given = line[info.Name.Length..].Trim();
        var field = style == CommandStyle.SlashFields && given.Length > 0 && info.Text is { } text ? $"{text.Name}:" : "";
        return $"{Name(style, commands, info)} {field}{given}".Trim();
    }
}
