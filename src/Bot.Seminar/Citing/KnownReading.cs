using Bot.Chat;
using Bot.Library;

namespace Bot.Seminar.Citing;

/// <summary>Where it is clear which reading is quoted, a citation says the place and not the reading.</summary>
internal static class KnownReading
{
    /// <summary>The reply with its citations as the shelf needs them: with one reading on it, none is named.</summary>
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
