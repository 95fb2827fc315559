using Bot.Chat.Delivery;
using Bot.Library;
using Bot.Library.Readings;

namespace Bot.Seminar.Commands;

/// <summary>Builds the request for a command, or explains what is wrong with the typed text.</summary>
internal static class RequestReader
{
    private const int MaxEcho = 60;

    /// <summary>Reads the options and checks the text.</summary>
    /// <param name="info">The command's description.</param>
    /// <param name="command">The command as it was received.</param>
    /// <param name="text">Its text, cleaned.</param>
    /// <param name="shelf">The channel's readings, which an option can name.</param>
    /// <returns>The request, or null and the problem.</returns>
    public static (CommandRequest? Request, string Problem) Read(
        CommandInfo info, ChatCommand command, string text, ShelfSnapshot shelf)
    {
        var readings = shelf.Readings;
        var parsed = CommandText.Parse(info, text, readings);
        var typed = new Dictionary<string, string>(parsed.Given, StringComparer.OrdinalIgnoreCase);
        var rest = parsed.Rest;

        // "debate remove 2": if a command takes no text and has one option, the text is its value.
        if (rest.Length > 0 && info is { Text: null, Options: [var only] } && typed.TryAdd(only.Name, rest))
        {
            rest = "";
        }

        foreach (var (name, value) in command.Options)
        {
            typed[InputText.Clean(name)] = InputText.Clean(value);
        }

        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in typed)
        {
            var option = info.Options.FirstOrDefault(option => option.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (option is null)
            {
                return (null, ExplainUnknownOption(info, name));
            }

            var read = OptionValue.Read(option, value, readings);
            if (read.Value is null)
            {
                return (null, read.Problem ?? "");
            }

            options[option.Name] = read.Value;
        }

        return (ExplainSlip(info, rest, readings) ?? ExplainMissing(info, rest, options, command.Files)) is { } problem
            ? (null, problem)
            : (new CommandRequest(command, rest, options, shelf), "");
    }

    // "readin:case-for-pressure" is a mistyped option; "ratio:3" and an address are not.
    private static string? ExplainSlip(CommandInfo info, string text, IReadOnlyList<Reading> readings)
    {
        foreach (var word in text.Split(' '))
        {
            var colon = word.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0
                && NearestName.Of(word[..colon], info.Options.Where(HasCertainValues).Select(option => option.Name)) is { } name
                && OptionValue.Read(info.Options.First(option => option.Name == name), word[(colon + 1)..], readings).Value is { } value)
            {
                return CommandTexts.FormatOptionSlip(word[..colon], $"{name}:{value}");
            }
        }

        return null;
    }

    private static bool HasCertainValues(OptionInfo option) => option.Choices.Count > 0 || option.Kind is OptionKind.Number or OptionKind.Reading;

    private static string? ExplainMissing(CommandInfo info, string text, Dictionary<string, string> options, IReadOnlyList<AttachedFile> files)
    {
        if (files.Count > 0 && info.File is null)
        {
            return CommandTexts.FormatTakesNoFile(info.Name);
        }

        if (files.Count > info.MaxFiles)
        {
            return CommandTexts.FormatTooManyFiles(info.Name, Count.Files(info.MaxFiles), files.Count);
        }

        if (info.Options.FirstOrDefault(option => option.Required && !options.ContainsKey(option.Name)) is { } missing)
        {
            return CommandTexts.FormatNeedsOption(info.Name, $"{missing.Name}:{missing.ValueHint}", ShowExamples(info));
        }

        if (text.Length > 0 && info.Text is null)
        {
            return CommandTexts.FormatTakesNoText(info.Name, ShortText.Of(text, MaxEcho), ShowExamples(info));
        }

        if (text.Length > 0 && !InputText.HasWord(text))
        {
            return CommandTexts.FormatNoWord(ShowExamples(info));
        }

        return text.Length == 0 && files.Count == 0 && info.Text is { Required: true } ? CommandTexts.FormatNeedsWords(info.Name, ShowExamples(info)) : null;
    }

    private static string ShowExamples(CommandInfo info) => info.Examples.Count > 0
        ? CommandTexts.FormatWriteForExample(info.Usage, info.Examples[0])
        : CommandTexts.FormatWrite(info.Usage);

    private static string ExplainUnknownOption(CommandInfo info, string name) => info.Options.Count == 0
        ? CommandTexts.FormatTakesNoOptions(info.Name, name)
        : CommandTexts.FormatTakesOtherOptions(info.Name, name, string.Join(", ", info.Options.Select(option => option.Name)));
}
