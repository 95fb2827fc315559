using System.Globalization;
using Bot.Library.Readings;
using Bot.Seminar.Channels;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Commands;

/// <summary>Suggestions for an option that is being typed: readings, places, sections, commands, choices.</summary>
internal static class OptionSuggestions
{
    private const int MaxLabel = 75;
    private const int OpeningWords = 8;

    public static IReadOnlyList<Suggestion> Of(CommandCatalogue catalogue, ChannelShelves shelves, SuggestionRequest request)
    {
        if (catalogue.Find(request.Command) is not { Info: var info } || OptionOf(info, request.Option) is not { } option)
        {
            return [];
        }

        var typed = InputText.Clean(request.Typed);
        var readings = shelves.Of(request.Channel).Readings;
        var values = option switch
        {
            { Choices.Count: > 0 } => FilterByStart(typed, option.Choices.Select(choice => new Suggestion(choice, choice))),
            { Kind: OptionKind.Reading } => SuggestReadings(readings, typed),
            { Kind: OptionKind.Readings } => SuggestOneMore(readings, typed),
            { Kind: OptionKind.ShelfReadings } => SuggestOneMore(shelves.FindAll(request.Channel).Readings, typed),
            { Kind: OptionKind.Topic } => SuggestReadings(readings, typed).Concat(SuggestSections(readings, typed)),
            { Kind: OptionKind.Command } => FilterByStart(typed, catalogue.Listed.Select(command => new Suggestion(command.Name, command.Name))),
            { Kind: OptionKind.Anchor } => SuggestPlaces(readings, typed, request.Others.GetValueOrDefault("reading")),
            _ => [],
        };
        return [.. values.Where(suggestion => suggestion.Value.Length > 0).DistinctBy(suggestion => suggestion.Value).Take(request.MaxItems)];
    }

    private static OptionInfo? OptionOf(CommandInfo info, string name) => info.Options
        .Append(info.Text)
        .FirstOrDefault(option => option is not null && option.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<Suggestion> FilterByStart(string typed, IEnumerable<Suggestion> suggestions) =>
        suggestions.Where(suggestion => suggestion.Label.Contains(typed, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<Suggestion> SuggestReadings(IReadOnlyList<Reading> readings, string typed) =>
        (typed.Length == 0 ? readings : ReadingNames.Matches(readings, typed).Concat(readings.Where(reading => Holds(reading, typed))))
        .Select(reading => new Suggestion(ShortenLabel(reading.Title), reading.Id.Value));

    // "case-for-pressure, wha": the text before the last comma stays.
    private static IEnumerable<Suggestion> SuggestOneMore(IReadOnlyList<Reading> readings, string typed)
    {
        var start = typed.LastIndexOf(',') + 1;
        var before = typed[..start].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return SuggestReadings([.. readings.Where(reading => !before.Contains(reading.Id.Value))], typed[start..].Trim())
            .Select(reading => new Suggestion(reading.Label, string.Join(',', [.. before, reading.Value])));
    }

    private static IEnumerable<Suggestion> SuggestSections(IReadOnlyList<Reading> readings, string typed) => readings
        .SelectMany(reading => reading.Sections.Distinct())
        .Where(section => section.Contains(typed, StringComparison.OrdinalIgnoreCase))
        .Select(section => new Suggestion(ShortenLabel(section), section));

    // "case ¶4": the typed text can name the reading too; each paragraph is shown with its first words.
    private static IEnumerable<Suggestion> SuggestPlaces(IReadOnlyList<Reading> readings, string typed, string? name)
    {
        var place = TypedPlace.Parse(typed);
        var named = name ?? place.Name;
        var wanted = place.Anchor is { } anchor ? WriteDigits(anchor.Paragraph) : "";
        var meant = string.IsNullOrWhiteSpace(named) ? readings : ReadingNames.Matches(readings, named);
        return meant
            .SelectMany(reading => reading.Paragraphs.Select(paragraph => (Reading: reading, Paragraph: paragraph)))
            .Where(candidate => WriteDigits(candidate.Paragraph.Number).StartsWith(wanted, StringComparison.Ordinal))
            .OrderBy(candidate => candidate.Paragraph.Number)
            .Select(candidate => new Suggestion(
                ShortenLabel($"{(name is null && meant.Count != 1 ? $"{candidate.Reading.Id} " : "")}¶{candidate.Paragraph.Number} {ShortenParagraph(candidate.Paragraph)}"),
                name is null ? $"{candidate.Reading.Id} ¶{candidate.Paragraph.Number}" : $"¶{candidate.Paragraph.Number}"));
    }

    private static string WriteDigits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool Holds(Reading reading, string typed) =>
        reading.Id.Value.Contains(typed, StringComparison.OrdinalIgnoreCase) || reading.Title.Contains(typed, StringComparison.OrdinalIgnoreCase);

    private static string ShortenParagraph(Paragraph paragraph)
    {
        var words = paragraph.Text.Split(' ', OpeningWords + 1);
        return words.Length > OpeningWords ? $"{string.Join(' ', words.Take(OpeningWords))} …" : paragraph.Text;
    }

    private static string ShortenLabel(string text) => text.Length <= MaxLabel ? text : $"{text[..(MaxLabel - 1)].TrimEnd()}…";
}
