using System.Text;
using Bot.Library.Readings;

namespace Bot.Seminar.Commands;

/// <summary>The text after a command's name, split into options (<c>reading:one</c>, <c>reading:"two words"</c>) and the rest.</summary>
/// <param name="Rest">The words that are not options, with single spaces.</param>
/// <param name="Given">The options as they were typed, by the name that the command declares; the last value of a name wins.</param>
internal sealed record CommandText(string Rest, IReadOnlyDictionary<string, string> Given)
{
    /// <summary>Splits a cleaned text. A name before a colon that is not an option of the command stays text.</summary>
    public static CommandText Parse(CommandInfo command, string text, IReadOnlyList<Reading> readings)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        var rest = new StringBuilder();
        var at = 0;
        while (at < text.Length)
        {
            if (FindOption(command, text, at) is { } option
                && ReadValue(option, text, at + option.Name.Length + 1, readings) is var (value, end))
            {
                given[option.Name] = value;
                at = end;
            }
            else
            {
                end = FindWordEnd(text, at);
                rest.Append(rest.Length > 0 ? " " : "").Append(text, at, end - at);
                at = end;
            }

            at = SkipSpaces(text, at);
        }

        return TakeLeadingChoices(command, new CommandText(rest.ToString(), given));
    }

    private static OptionInfo? FindOption(CommandInfo command, string text, int at) => command.Options.FirstOrDefault(option =>
        at + option.Name.Length < text.Length
        && text[at + option.Name.Length] == ':'
        && string.Compare(text, at, option.Name, 0, option.Name.Length, StringComparison.OrdinalIgnoreCase) == 0);

    private static (string Value, int End)? ReadValue(OptionInfo option, string text, int at, IReadOnlyList<Reading> readings)
    {
        if (at < text.Length && text[at] != ' ')
        {
            var end = FindWordEnd(text, at);
            return (Unquote(text[at..end]), end);
        }

        // "reading: case-for-pressure": the space is allowed only if the next word can only be the value, because a question can contain "reading:" as a
        // word.
        var start = SkipSpaces(text, at);
        var next = FindWordEnd(text, start);
        var word = Unquote(text[start..next]);
        var isValue = option.Choices.Contains(word, StringComparer.OrdinalIgnoreCase)
            || (option.Kind == OptionKind.Reading && readings.Any(reading => reading.Id.Value.Equals(word, StringComparison.OrdinalIgnoreCase)));
        return isValue ? (word, next) : null;
    }

    // A word ends at a space; a phrase in quotation marks is one word, so that it contains no options.
    private static int FindWordEnd(string text, int at)
    {
        if (at < text.Length && FindClosingMark(text[at]) is { } closing)
        {
            var close = text.IndexOf(closing, at + 1);
            if (close > 0)
            {
                at = close;
            }
        }

        var space = at < text.Length ? text.IndexOf(' ', at) : -1;
        return space < 0 ? text.Length : space;
    }

    private static char? FindClosingMark(char opening) => opening switch
    {
        '"' => '"',
        '“' => '”',
        _ => null,
    };

    private static string Unquote(string value) =>
        value.Length >= 2 && FindClosingMark(value[0]) == value[^1] ? value[1..^1].Trim() : value;

    private static int SkipSpaces(string text, int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at;
    }

    // "summary long sanctions" means length:long. A required text never becomes empty this way.
    private static CommandText TakeLeadingChoices(CommandInfo command, CommandText parsed)
    {
        var given = new Dictionary<string, string>(parsed.Given, StringComparer.Ordinal);
        var rest = parsed.Rest;
        while (rest.Length > 0)
        {
            var first = rest.Split(' ', 2);
            var option = command.Options.FirstOrDefault(option =>
                !given.ContainsKey(option.Name) && option.Choices.Contains(first[0], StringComparer.OrdinalIgnoreCase));
            if (option is null || (first.Length == 1 && command.Text is { Required: true }))
            {
                break;
            }

            given[option.Name] = first[0];
            rest = first.Length == 2 ? first[1] : "";
        }

        return new CommandText(rest, given);
    }
}
