using Bot.Chat.Languages;

namespace Bot.Seminar.Commands;

/// <summary>All commands, in the order of help. Immutable.</summary>
public sealed class CommandCatalogue
{
    private readonly Dictionary<string, ISeminarCommand> byName;

    /// <summary>Creates the catalogue of these commands.</summary>
    /// <exception cref="ArgumentException">Two of them have the same name.</exception>
    public CommandCatalogue(IEnumerable<ISeminarCommand> commands)
    {
        var all = commands.ToList();
        byName = all.ToDictionary(command => command.Info.Name, StringComparer.OrdinalIgnoreCase);
        Commands = [.. all.Select(command => command.Info)];
        Listed = [.. Commands.Where(command => !command.IsHidden)];
        ForBareWords = Commands.FirstOrDefault(command => command.TakesBareWords);
    }

    /// <summary>The descriptions of all commands, including hidden ones.</summary>
    public IReadOnlyList<CommandInfo> Commands { get; }

    /// <summary>The commands that help and the platforms list.</summary>
    public IReadOnlyList<CommandInfo> Listed { get; }

    /// <summary>The command for words without a command's name; null if there is none.</summary>
    public CommandInfo? ForBareWords { get; }

    /// <summary>The command of a name, in any case and with or without a slash; null if there is none.</summary>
    public ISeminarCommand? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return byName.GetValueOrDefault(name.StartsWith('/') ? name[1..] : name);
    }

    /// <summary>The command of a description from this catalogue.</summary>
    public ISeminarCommand Of(CommandInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        return byName[info.Name];
    }

    /// <summary>
    /// The command of a name and the text after it: <c>debate</c> and <c>schedule 09:00</c> is the command <c>debate schedule</c> with the text
    /// <c>09:00</c>, if there is such a command.
    /// </summary>
    /// <param name="name">A name, cleaned.</param>
    /// <param name="text">The text after it, cleaned.</param>
    /// <returns>The command (null if there is none) and its text.</returns>
    public (ISeminarCommand? Command, string Text) Resolve(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split(' ', 2);
        return Find($"{name} {words[0]}") is { } inGroup
            ? (inGroup, words.Length > 1 ? words[1] : "")
            : (Find(name), text);
    }

    /// <summary>A line with a command as a platform has it: <c>/feedback why words:</c>.</summary>
    /// <param name="style">The style.</param>
    /// <param name="line">The line as plain words, beginning with the name of a listed command.</param>
    public string Write(CommandStyle style, string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var info = Listed.Where(info => line == info.Name || line.StartsWith($"{info.Name} ", StringComparison.Ordinal)).MaxBy(info => info.Name.Length);
        return info is null ? line : CommandNotation.WriteExample(style, Listed, info, line);
    }

    /// <summary>The listed command that a mistyped name probably meant; null if none is similar.</summary>
    public string? FindNearest(string name) => NearestName.Of(name, Listed.Select(command => command.Name));

    /// <summary>The only listed group command with this second word: <c>schedule</c> for <c>debate schedule</c>; otherwise null.</summary>
    public ISeminarCommand? FindInGroup(string word)
    {
        var named = Listed.Where(command => command.Name.EndsWith($" {word}", StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return named.Count == 1 ? Find(named[0].Name) : null;
    }

    /// <summary>The message for an unknown command: it names the most similar one, the commands of its group, or all of them.</summary>
    public string ExplainUnknown(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var names = Listed.Select(command => command.Name).ToList();
        if (!InputText.HasWord(name))
        {
            return CommandTexts.FormatNameACommand(string.Join(", ", names));
        }

        var group = names.Where(known => known.StartsWith($"{name} ", StringComparison.OrdinalIgnoreCase)).ToList();
        if (group.Count > 0)
        {
            return CommandTexts.FormatGroupNeedsCommand(name, Wording.JoinWithOr(group));
        }

        var inGroups = names.Where(known => known.EndsWith($" {name}", StringComparison.OrdinalIgnoreCase)).ToList();
        if (inGroups.Count > 0)
        {
            return CommandTexts.FormatDoYouMean(Wording.JoinWithOr(inGroups));
        }

        var unknown = InputText.CountCharacters(name) > 40 ? CommandTexts.NoCommandOfThatName : CommandTexts.FormatNoSuchCommand(name);
        return FindNearest(name) is { } nearest
            ? CommandTexts.FormatNearestCommand(unknown, nearest)
            : CommandTexts.FormatAllCommands(unknown, Wording.JoinWithAnd(names));
    }
}
