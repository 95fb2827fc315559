using Bot.Seminar.Curated;
using Bot.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Web.Desk;

/// <summary>The desk page with the teachers' counterarguments.</summary>
internal sealed class CountersDesk(DeskFrames frames, CuratedList list, DeskNotes notes)
{
    /// <summary>The last part of the page's address.</summary>
    public const string Page = "counterarguments";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet($"/{Page}", ShowAsync);
        routes.MapGet($"/{Page}/{Page}.txt", SaveAsync);
        routes.MapPost($"/{Page}/change", ChangeAsync);
        routes.MapPost($"/{Page}/import", ImportAsync).WithMetadata(DeskFiles.OfList);
    }

    private async Task<IResult> ShowAsync(HttpContext context, CancellationToken cancellationToken) => PageFrames.Page<CountersPage>(
        new CountersModel(frames.Of(context), await list.OfAsync(DeskFrames.ChannelOf(context).Address, cancellationToken)));

    private async Task<IResult> SaveAsync(HttpContext context, CancellationToken cancellationToken) =>
        DeskFiles.Save("counterarguments.txt", (await list.OfAsync(DeskFrames.ChannelOf(context).Address, cancellationToken)).Select(line => line.Text));

    private async Task<IResult> ChangeAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var problem = await list.ChangeAsync(DeskFrames.ChannelOf(context).Address, form["id"].ToString(), form["line"].ToString(), cancellationToken);
        return GoOn(context, problem is null ? ChatReply.Answer(new TextBlock(CounterTexts.Changed)) : ChatReply.Error(problem));
    }

    private async Task<IResult> ImportAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        return GoOn(context, await DeskFiles.ImportAsync(
            form, text => list.ImportAsync(DeskFrames.ChannelOf(context).Address, text, cancellationToken), cancellationToken));
    }

    private IResult GoOn(HttpContext context, ChatReply said)
    {
        var channel = DeskFrames.ChannelOf(context);
        notes.Leave(PageFrames.MemberOf(context), channel, said);
        return Results.LocalRedirect(PageAddresses.Desk(channel.Code, Page));
    }
}

/// <summary>The model of that page.</summary>
/// <param name="Desk">The frame around it.</param>
/// <param name="Lines">The counterarguments of the channel, the oldest first.</param>
public sealed record CountersModel(DeskFrame Desk, IReadOnlyList<CuratedLine> Lines);
