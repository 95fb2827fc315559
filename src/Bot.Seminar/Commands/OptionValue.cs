using System.Globalization;
using Bot.Chat.Languages;
using Bot.Library.Readings;

namespace Bot.Seminar.Commands;

/// <summary>The normalized value of an option, or the problem with it.</summary>
/// <param name="Value">The value; null if it is not allowed.</param>
/// <param name="Problem">A sentence that names what is allowed; null if the value is good.</param>
internal readonly record struct OptionValue(string? Value, string? Problem)
{
    private const string ExampleNumber = "2";

    public static OptionValue Read(OptionInfo option, string typed, IReadOnlyList<Reading> readings)
    {
        if (typed.Length == 0)
        {
            return Refuse(option, typed, CommandTexts.AValue);
        }

        if (option.Choices.Count > 0)
        {
            return option.Choices.FirstOrDefault(choice => string.Equals(choice, typed, StringComparison.OrdinalIgnoreCase)) is { } choice
                ? Accept(choice)
                : Refuse(option, typed, Wording.JoinWithOr(option.Choices));
        }

        return option.Kind switch
        {
            OptionKind.Number => ReadNumber(option, typed),
            OptionKind.Reading => ReadReading(typed, readings),
            OptionKind.Anchor => Anchor.TryParse(typed, out var anchor)
                ? Accept(anchor.ToString())
                : Refuse(option, typed, CommandTexts.APlace),
            _ => Accept(typed),
        };
    }

    private static OptionValue ReadNumber(OptionInfo option, string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1
            ? Accept(number.ToString(CultureInfo.InvariantCulture))
            : Refuse(option, typed, CommandTexts.AWholeNumber, ExampleNumber);

    private static OptionValue ReadReading(string typed, IReadOnlyList<Reading> readings)
    {
        var matches = ReadingNames.Matches(readings, typed);
        return matches.Count == 1 ? Accept(matches[0].Id.Value) : new OptionValue(null, ReadingNames.Explain(readings, typed, matches));
    }

    private static OptionValue Accept(string value) => new(value, null);

    private static OptionValue Refuse(OptionInfo option, string typed, string allowed, string? example = null) =>
        new(null, CommandTexts.FormatWrongValue(option.Name, allowed, typed, $"{option.Name}:{example ?? option.ValueHint}"));
}
