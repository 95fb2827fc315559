using Bot.Library.Readings;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Counter;

/// <summary>A claim that is given as a place: <c>¶9.2 reading:case-for-pressure</c> means that sentence.</summary>
internal static class ClaimAtPlace
{
    /// <summary>The sentence at the place that a command gives; null if its text is the claim itself.</summary>
    /// <param name="request">The command. The option <c>reading:</c> belongs to the place, if there is one.</param>
    /// <param name="readings">The readings of the shelf.</param>
    public static string? Find(CommandRequest request, IReadOnlyList<Reading> readings)
    {
        var place = TypedPlace.Parse(request.Text);
        var name = request.Option("reading") ?? place.Name;
        return place.Anchor is { } anchor
            && (HasSign(request.Text) || IsNamed(place, readings))
            && name is not null
            && ReadingNames.Matches(readings, name) is [var reading]
            && reading.Find(anchor.Paragraph) is { } paragraph
            && (anchor.Sentence ?? 1) <= paragraph.Sentences.Count
                ? paragraph.Quote(anchor.Sentence ?? 1, anchor.Sentence ?? 1)
                : null;
    }

    private static bool HasSign(string text) => text.AsSpan().ContainsAny('¶', '§');

    // “The voting age should be 16” ends with a number, but is no place.
    private static bool IsNamed(TypedPlace place, IReadOnlyList<Reading> readings) =>
        place.Name is null || ReadingNames.Matches(readings, place.Name).Count == 1;
}
