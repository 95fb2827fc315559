using Bot.Chat;

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
    }

    /// <summary>How people see each of them.</summary>
    public IReadOnlyList<CommandInfo> Commands { get; }

    /// <summary>The command of a name, in any case and with or without a slash; null where there is none.</summary>
    public ISeminarCommand? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return byName.GetValueOrDefault(name.StartsWith('/') ? name[1..] : name);
    }

    /// <summary>What to say when there is no command of a name: the nearest one, or all of them.</summary>
    public string ExplainUnknown(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var names = Commands.Select(command => command.Name).ToList();
        if (!InputText.HasWord(name))
        {
            return $"Please name a command: {string.Join(", ", names)}.";
        }

        var shown = InputText.Length(name) > 40 ? "that" : $"“{name}”";
        return NearestName.Of(name, names) is { } nearest
            ? $"There is no command {shown}. Did you mean “{nearest}”? “help” lists them all."
            : $"There is no command {shown}. The commands are {string.Join(", ", names.SkipLast(1))} and {names[^1]}.";
    }
}
