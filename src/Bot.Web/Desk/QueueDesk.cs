using Bot.Seminar.DailyDebates.Agenda;
using Bot.Seminar.DailyDebates.Proposals;
using Bot.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Web.Desk;

/// <summary>Actions on the queue that have no command: changing the words of a motion, and importing and saving the queue as a file. They are on the page
/// of the debates.</summary>
internal sealed class QueueDesk(QueuedMotions queue, ChannelAgendas agendas, DeskNotes notes)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/debates/motions.txt", SaveAsync);
        routes.MapPost("/debates/change", ChangeAsync);
        routes.MapPost("/debates/import", ImportAsync).WithMetadata(DeskFiles.OfList);
    }

    private async Task<IResult> SaveAsync(HttpContext context, CancellationToken cancellationToken) => DeskFiles.Save(
        "motions.txt", (await agendas.OfAsync(DeskFrames.ChannelOf(context).Address, cancellationToken)).Queue.Select(waiting => waiting.Motion));

    private async Task<IResult> ChangeAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var changed = await queue.ChangeAsync(DeskFrames.ChannelOf(context).Address, form["id"].ToString(), form["line"].ToString(), cancellationToken);
        var said = changed.Problem is { } problem ? ChatReply.Error(problem) : ChatReply.Answer(new TextBlock(MotionTexts.FormatChanged(changed.Motion)));
        return GoOn(context, said);
    }

    private async Task<IResult> ImportAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var address = DeskFrames.ChannelOf(context).Address;
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var known = (await agendas.OfAsync(address, cancellationToken)).Queue.Select(waiting => waiting.Motion);
        return GoOn(context, await DeskFiles.ImportAsync(
            form, text => queue.ImportAsync(address, text, known, cancellationToken), cancellationToken));
    }

    private IResult GoOn(HttpContext context, ChatReply said)
    {
        var channel = DeskFrames.ChannelOf(context);
        notes.Leave(PageFrames.MemberOf(context), channel, said);
        return Results.LocalRedirect(PageAddresses.Desk(channel.Code, "debates"));
    }
}
