using System.Globalization;
using Bot.Library;
using Bot.Web.Pages;

namespace Bot.Web.Room;

/// <summary>A seminar whose quotes link to the reading room, for platforms whose members can reach it.</summary>
/// <param name="seminar">The wrapped seminar.</param>
/// <param name="shelf">The readings; uploads of other platforms are not in the reading room and get no link.</param>
/// <param name="pages">The address of the pages.</param>
internal sealed class LinkedSeminar(ISeminar seminar, Shelf shelf, Uri pages) : ISeminar
{
    public IReadOnlyList<CommandInfo> Commands => seminar.Commands;

    public FoundCommand Find(ChatCommand request) => seminar.Find(request);

    public ValueTask<ReplyVisibility> VisibilityOfAsync(FoundCommand command, CancellationToken cancellationToken) =>
        seminar.VisibilityOfAsync(command, cancellationToken);

    public ValueTask<CultureInfo> LanguageOfAsync(ChannelAddress channel, string? locale, CancellationToken cancellationToken) =>
        seminar.LanguageOfAsync(channel, locale, cancellationToken);

    public async Task<ChatReply> HandleAsync(FoundCommand command, CancellationToken cancellationToken) =>
        AddLinks(await seminar.HandleAsync(command, cancellationToken));

    public async Task<ChatReply?> OverhearAsync(ChatCommand message, CancellationToken cancellationToken) =>
        await seminar.OverhearAsync(message, cancellationToken) is { } reply ? AddLinks(reply) : null;

    public IReadOnlyList<Suggestion> Suggest(SuggestionRequest request) => seminar.Suggest(request);

    private ChatReply AddLinks(ChatReply reply) => reply with { Blocks = [.. reply.Blocks.Select(AddLinks)] };

    private bool IsInTheRoom(Citation place) => shelf.Current.Readings.Any(reading => reading.Id.Value == place.Reading);

    private ReplyBlock AddLinks(ReplyBlock block) => block switch
    {
        QuoteBlock quote when IsInTheRoom(quote.Citation) =>
            quote with { Citation = quote.Citation with { Place = new Uri(pages, PageAddresses.Quote([quote])) } },
        PointsBlock points => points with
        {
            Points = [.. points.Points.Select(point => point.Place is { } place && IsInTheRoom(place)
                ? point with { Place = place with { Place = new Uri(pages, PageAddresses.Place(place)) } }
                : point)],
        },
        _ => block,
    };
}
