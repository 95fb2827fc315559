using Bot.Library.Readings;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Counter;

/// <summary>A claim that is given as a place: <c>¶9.2 reading:case-for-pressure</c> means that sentence.</summary>
internal static class ClaimAtPlace
{
    /// <summary>The claim's words: the sentence at the place, or the text itself if it names no existing place.</summary>
    public static string Read(CommandRequest request, IReadOnlyList<Reading> readings)
    {
        var place = TypedPlace.Parse(request.Text);
        var name = request.Option("reading") ?? place.Name;
        return place.Anchor is { } anchor
            && name is not null
            && ReadingNames.Matches(readings, name) is [var reading]
            && reading.Find(anchor.Paragraph) is { } paragraph
            && (anchor.Sentence ?? 1) <= paragraph.Sentences.Count
                ? paragraph.Quote(anchor.Sentence ?? 1, anchor.Sentence ?? 1)
                : request.Text;
    }

    /// <summary>Whether the claim is given as a place, so that the option <c>reading:</c> belongs to the place and does not limit the search.</summary>
    public static bool IsPlace(CommandRequest request) => TypedPlace.Parse(request.Text).Anchor is not null;
}
