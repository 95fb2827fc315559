using Bot.Library;
using Bot.Library.Readings;
using Bot.Web.Channels;
using Bot.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Web.Room;

/// <summary>The reading room: the readings as the bot quotes them.</summary>
internal sealed class RoomEndpoints(Shelf shelf, PageFrames frames, HeatStrips strips)
{
    private const int MaxSearch = 200;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/r", (HttpContext context) =>
            PageFrames.Page<ShelfPage>(new ShelfModel(frames.Of(context), shelf.NarrowTo(WebAdapter.Workspace).Readings)));
        routes.MapGet("/r/{**id}", ShowAsync);
    }

    private async Task<IResult> ShowAsync(
        HttpContext context, string id, string? at, string? was, string? q, string? p, CancellationToken cancellationToken)
    {
        var snapshot = shelf.NarrowTo(WebAdapter.Workspace);
        if (snapshot.Readings.FirstOrDefault(reading => reading.Id.Value == id) is not { } reading)
        {
            return frames.Say(
                context,
                PageFrames.MemberOf(context),
                RoomTexts.NoReadingTitle,
                RoomTexts.NoReading,
                StatusCodes.Status404NotFound);
        }

        var quote = QuoteTrace.Of(reading, PlaceInAddress.Parse(at), was);
        var search = RoomSearch.Of(reading, q?[..Math.Min(q.Length, MaxSearch)]);
        var parts = ReadingParts.Of(reading);
        var wanted = PlaceInAddress.Parse(p)?.Paragraph ?? quote.Place?.Paragraph ?? search.Paragraphs.Append(1).First();
        return PageFrames.Page<RoomPage>(new RoomModel(
            frames.Of(context), reading, parts, IndexOf(parts, wanted), quote, search, FindEarlierNumbers(snapshot, reading))
        {
            Touches = await strips.OfAsync(reading, PageFrames.MemberOf(context), cancellationToken),
        });
    }

    private static int IndexOf(IReadOnlyList<IReadOnlyList<Paragraph>> parts, int paragraph)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i][^1].Number >= paragraph)
            {
                return i;
            }
        }

        return 0;
    }

    private static Dictionary<int, int> FindEarlierNumbers(ShelfSnapshot snapshot, Reading reading)
    {
        var earlier = new Dictionary<int, int>();
        foreach (var change in snapshot.AnchorChanges.Where(change => change.Reading == reading.Id))
        {
            if (change.After is { } after)
            {
                earlier[after.Paragraph] = change.Before.Paragraph;
            }
        }

        return earlier;
    }
}
