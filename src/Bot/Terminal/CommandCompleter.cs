using Bot.Chat;
using Bot.Library;
using Bot.Seminar.Commands;

namespace Bot.Terminal;

/// <summary>Completes command names, options, their choices, and the names of readings.</summary>
internal sealed class CommandCompleter(CommandCatalogue catalogue, Shelf shelf)
{
    /// <summary>Completes the word that ends at the cursor.</summary>
    /// <param name="line">The line.</param>
    /// <param name="cursor">The offset of the cursor in it.</param>
    public Completion Complete(string line, int cursor)
    {
        var typed = line[..cursor];
        var start = typed.LastIndexOf(' ') + 1;
        var word = typed[start..];
        if (typed[..start].Trim().Length == 0)
        {
            var slash = word.StartsWith('/') ? "/" : "";
            return Fitting(start, word, catalogue.Commands.Select(command => $"{slash}{command.Name} "));
        }

        var name = typed.TrimStart().Split(' ', 2)[0];
        return catalogue.Find(name) is { Info: var info } ? CompleteWithin(info, start, word) : new Completion(start, []);
    }

    private Completion CompleteWithin(CommandInfo info, int start, string word)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && info.Options.FirstOrDefault(option => option.Name.Equals(word[..colon], StringComparison.OrdinalIgnoreCase)) is { } option)
        {
            return Fitting(start + colon + 1, word[(colon + 1)..], ValuesOf(option));
        }

        var options = info.Options.Select(option => $"{option.Name}:");
        var texts = info.Text is { } text ? ValuesOf(text) : [];
        return Fitting(start, word, options.Concat(texts));
    }

    private IEnumerable<string> ValuesOf(OptionInfo option) => option switch
    {
        { Choices.Count: > 0 } => option.Choices.Select(choice => $"{choice} "),
        { Kind: OptionKind.Reading } or { Name: "anchor" or "name" } => shelf.Current.Readings.Select(reading => $"{reading.Id} "),
        { Name: "command" } => catalogue.Commands.Select(command => $"{command.Name} "),
        _ => [],
    };

    private static Completion Fitting(int start, string word, IEnumerable<string> candidates) =>
        new(start, [.. candidates.Where(candidate => candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase))]);
}
