using Bot.Chat;
using Bot.Chat.Languages;

namespace Bot.Seminar.Commands;

/// <summary>The commands there are, in the order in which help lists them. Immutable.</summary>
public sealed class CommandCatalogue
{
    private readonly Dictionary<string, ISeminarCommand> byName;

    /// <summary>Makes the catalogue of these commands.</summary>
    /// <exception cref="ArgumentException">Two of them have the same name.</exception>
    public CommandCatalogue(IEnumerable<ISeminarCommand> commands)
    {
        var all = commands.ToList();
        byName = all.ToDictionary(command => command.Info.Name, StringComparer.OrdinalIgnoreCase);
        Commands = [.. all.Select(command => command.Info)];
        Listed = [.. Commands.Where(command => !command.IsHidden)];
        ForBareWords = Commands.FirstOrDefault(command => command.TakesBareWords);
    }

    /// <summary>How people see each of them, the hidden ones too.</summary>
    public IReadOnlyList<CommandInfo> Commands { get; }

    /// <summary>Those that help and the platforms list.</summary>
    public IReadOnlyList<CommandInfo> Listed { get; }

    /// <summary>The one that words without a command's name go to; null where there is none.</summary>
    public CommandInfo? ForBareWords { get; }

    /// <summary>The command of a name, in any case and with or without a slash; null where there is none.</summary>
    public ISeminarCommand? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return byName.GetValueOrDefault(name.StartsWith('/') ? name[1..] : name);
    }

    /// <summary>The command that a description of this catalogue describes.</summary>
    public ISeminarCommand Of(CommandInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        return byName[info.Name];
    }

    /// <summary>
    /// The command that a name and the text after it mean: <c>debate</c> and <c>schedule 09:00</c> is the command <c>debate schedule</c>
    /// with the text <c>09:00</c>, where there is such a command.
    /// </summary>
    /// <param name="name">A name, cleaned.</param>
    /// <param name="text">What stands after it, cleaned.</param>
    /// <returns>The command, null where there is none, and its own text.</returns>
    public (ISeminarCommand? Command, string Text) Resolve(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split(' ', 2);
        return Find($"{name} {words[0]}") is { } inGroup
            ? (inGroup, words.Length > 1 ? words[1] : "")
            : (Find(name), text);
    }

    /// <summary>The listed command whose name a mistyped one was probably meant to be; null where none is near.</summary>
    public string? NearestTo(string name) => NearestName.Of(name, Listed.Select(command => command.Name));

    /// <summary>The only listed command of a group that is also called by its own word: <c>schedule</c> for <c>debate schedule</c>; else null.</summary>
    public ISeminarCommand? FindInGroup(string word)
    {
        var named = Listed.Where(command => command.Name.EndsWith($" {word}", StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return named.Count == 1 ? Find(named[0].Name) : null;
    }

    /// <summary>What to say when there is no command of a name: the nearest one, the commands of its group, or all of them.</summary>
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
            return CommandTexts.FormatGroupNeedsCommand(name, Wording.Or(group));
        }

        var inGroups = names.Where(known => known.EndsWith($" {name}", StringComparison.OrdinalIgnoreCase)).ToList();
        if (inGroups.Count > 0)
        {
            return CommandTexts.FormatDoYouMean(Wording.Or(inGroups));
        }

        var unknown = InputText.Length(name) > 40 ? CommandTexts.NoCommandOfThatName : CommandTexts.FormatNoSuchCommand(name);
        return NearestTo(name) is { } nearest
            ? CommandTexts.FormatNearestCommand(unknown, nearest)
            : CommandTexts.FormatAllCommands(unknown, Wording.And(names));
    }
}
