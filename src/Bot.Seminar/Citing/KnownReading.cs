using Bot.Chat;
using Bot.Library;

namespace Bot.Seminar.Citing;

/// <summary>With one reading on the shelf, a citation names its place and not the reading.</summary>
internal static class OnlyReading
{
    /// <summary>The reply with its citations as the shelf needs them.</summary>
    public static ChatReply Mark(ChatReply reply, ShelfSnapshot snapshot) => snapshot.Readings.Count != 1
        ? reply
        : reply with
        {
            Blocks = [.. reply.Blocks.Select(block => block switch
            {
                QuoteBlock quote => quote with { Citation = Mark(quote.Citation) },
                PointsBlock points =>
                    points with { Points = [.. points.Points.Select(point => point with { Place = point.Place is { } place ? Mark(place) : null })] },
                _ => block,
            })],
        };

    private static Citation Mark(Citation citation) => citation with { IsOnlyReading = true };
}
