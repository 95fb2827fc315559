namespace Bot.Chat.Delivery;

/// <summary>Completes command names, options, and the values that the seminar suggests.</summary>
/// <param name="seminar">The seminar.</param>
/// <param name="channel">The channel of the line.</param>
public sealed class CommandCompleter(ISeminar seminar, ChannelAddress channel)
{
    private const int MaxValues = 50;

    /// <summary>Completes the word that ends at the cursor.</summary>
    /// <param name="line">The line.</param>
    /// <param name="cursor">The offset of the cursor in it.</param>
    public Completion Complete(string line, int cursor)
    {
        ArgumentNullException.ThrowIfNull(line);
        var typed = line[..cursor];
        var start = typed.LastIndexOf(' ') + 1;
        var word = typed[start..];
        if (typed[..start].Trim().Length == 0)
        {
            var slash = word.StartsWith('/') ? "/" : "";
            return FilterByStart(start, word, Listed.Select(command => $"{slash}{command.Group} ").Distinct());
        }

        var before = typed[..start].TrimStart().TrimStart('/').Split(' ', 3);
        return CommandOf(before) is { } info
            ? CompleteWithin(info, start, word, CompleteInGroup(info, before))
            : FilterByStart(start, word, CompleteInGroup(null, before));
    }

    private IEnumerable<CommandInfo> Listed => seminar.Commands.Where(command => !command.IsHidden);

    private CommandInfo? CommandOf(string[] words) =>
        FindByName($"{words[0]} {words.ElementAtOrDefault(1)}".TrimEnd()) ?? FindByName(words[0]);

    private CommandInfo? FindByName(string name) => Listed.FirstOrDefault(command => command.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    // The second word can be a command of the group in the first word.
    private IEnumerable<string> CompleteInGroup(CommandInfo? info, string[] before) =>
        before.Length > 2 || (info?.Name.Contains(' ', StringComparison.Ordinal) ?? false)
        ? []
        : Listed.Where(command => command.Name.StartsWith($"{before[0]} ", StringComparison.OrdinalIgnoreCase)).Select(command => $"{command.NameInGroup} ");

    private Completion CompleteWithin(CommandInfo info, int start, string word, IEnumerable<string> inGroup)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && info.Options.FirstOrDefault(option => option.Name.Equals(word[..colon], StringComparison.OrdinalIgnoreCase)) is { } option)
        {
            return FilterByStart(start + colon + 1, word[(colon + 1)..], ValuesOf(info, option, word[(colon + 1)..]));
        }

        var options = info.Options.Select(option => $"{option.Name}:");
        var texts = info.Text is { } text ? ValuesOf(info, text, word) : [];
        return FilterByStart(start, word, inGroup.Concat(options).Concat(texts));
    }

    // Only single words are completed, because a value of several words could not be separated from the following text.
    private IEnumerable<string> ValuesOf(CommandInfo info, OptionInfo option, string typed) => seminar
        .Suggest(new SuggestionRequest(info.Name, option.Name, typed) { Channel = channel, MaxItems = MaxValues })
        .Select(suggestion => option.Kind == OptionKind.Anchor ? suggestion.Value.Split(' ')[0] : suggestion.Value)
        .Where(value => !value.Contains(' ', StringComparison.Ordinal))
        .Distinct()
        .Select(value => $"{value} ");

    private static Completion FilterByStart(int start, string word, IEnumerable<string> candidates) =>
        new(start, [.. candidates.Where(candidate => candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase))]);
}
