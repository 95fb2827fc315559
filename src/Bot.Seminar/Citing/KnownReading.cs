using Bot.Library;

namespace Bot.Seminar.Citing;

/// <summary>Leaves the reading's name out of citations if it is clear which reading is quoted.</summary>
internal static class KnownReading
{
    /// <summary>The reply for a shelf: if there is only one reading, its citations do not name it.</summary>
    public static ChatReply Mark(ChatReply reply, ShelfSnapshot snapshot) =>
        snapshot.Readings.Count == 1 ? reply with { Blocks = [.. reply.Blocks.Select(Mark)] } : reply;

    /// <summary>A block whose citations do not name the reading.</summary>
    public static ReplyBlock Mark(ReplyBlock block) => block switch
    {
        QuoteBlock quote => quote with { Citation = Mark(quote.Citation) },
        PointsBlock points =>
            points with { Points = [.. points.Points.Select(point => point with { Place = point.Place is { } place ? Mark(place) : null })] },
        _ => block,
    };

    private static Citation Mark(Citation citation) => citation with { IsReadingKnown = true };
}
