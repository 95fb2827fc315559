using Bot.Chat;
using Bot.Seminar.Curated;
using Bot.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Web.Desk;

/// <summary>The counterarguments that a channel's teachers keep.</summary>
internal sealed class CountersDesk(DeskFrames frames, CuratedList list, DeskNotes notes)
{
    /// <summary>The last part of the page's address.</summary>
    public const string Page = "counterarguments";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet($"/{Page}", ShowAsync);
        routes.MapGet($"/{Page}.txt", SaveAsync);
        routes.MapPost($"/{Page}/change", ChangeAsync);
        routes.MapPost($"/{Page}/import", ImportAsync);
    }

    private async Task<IResult> ShowAsync(HttpContext context, string channel, CancellationToken cancellationToken) => PageFrames.Page<CountersPage>(
        new CountersModel(frames.Of(context, channel), await list.OfAsync(DeskFrames.Address(channel), cancellationToken)));

    private async Task<IResult> SaveAsync(string channel, CancellationToken cancellationToken) =>
        DeskFiles.Save("counterarguments.txt", (await list.OfAsync(DeskFrames.Address(channel), cancellationToken)).Select(line => line.Text));

    private async Task<IResult> ChangeAsync(HttpContext context, string channel, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var problem = await list.ChangeAsync(DeskFrames.Address(channel), form["id"].ToString(), form["line"].ToString(), cancellationToken);
        return GoOn(context, channel, problem is null ? ChatReply.Answer(new TextBlock("It is changed.")) : ChatReply.Error(problem));
    }

    private async Task<IResult> ImportAsync(HttpContext context, string channel, CancellationToken cancellationToken)
    {
        var file = await DeskFiles.ReadAsync(await context.Request.ReadFormAsync(cancellationToken), cancellationToken);
        return GoOn(context, channel, DeskFiles.Say(file is null ? null : await list.ImportAsync(DeskFrames.Address(channel), file, cancellationToken)));
    }

    private IResult GoOn(HttpContext context, string channel, ChatReply said)
    {
        notes.Leave(PageFrames.MemberOf(context), channel, said);
        return Results.LocalRedirect(PageAddresses.Desk(channel, Page));
    }
}

/// <summary>The page of the counterarguments.</summary>
/// <param name="Desk">The frame around it.</param>
/// <param name="Lines">Those of the channel, the oldest first.</param>
public sealed record CountersModel(DeskFrame Desk, IReadOnlyList<CuratedLine> Lines);
