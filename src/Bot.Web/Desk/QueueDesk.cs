using Bot.Chat;
using Bot.Seminar.DailyDebates.Agenda;
using Bot.Seminar.DailyDebates.Proposals;
using Bot.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Web.Desk;

/// <summary>What no command does with the motions of a queue: other words for one, and the whole as a file. They stand on the page of the debates.</summary>
internal sealed class QueueDesk(QueuedMotions queue, ChannelAgendas agendas, DeskNotes notes)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/motions.txt", SaveAsync);
        routes.MapPost("/motions/change", ChangeAsync);
        routes.MapPost("/motions/import", ImportAsync);
    }

    private async Task<IResult> SaveAsync(string channel, CancellationToken cancellationToken) => DeskFiles.Save(
        "motions.txt", (await agendas.OfAsync(DeskFrames.Address(channel), cancellationToken)).Queue.Select(waiting => waiting.Motion));

    private async Task<IResult> ChangeAsync(HttpContext context, string channel, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var changed = await queue.ChangeAsync(DeskFrames.Address(channel), form["id"].ToString(), form["line"].ToString(), cancellationToken);
        var said = changed.Problem is { } problem ? ChatReply.Error(problem) : ChatReply.Answer(new TextBlock($"Changed: {changed.Motion}"));
        return GoOn(context, channel, said);
    }

    private async Task<IResult> ImportAsync(HttpContext context, string channel, CancellationToken cancellationToken)
    {
        var address = DeskFrames.Address(channel);
        var file = await DeskFiles.ReadAsync(await context.Request.ReadFormAsync(cancellationToken), cancellationToken);
        var known = (await agendas.OfAsync(address, cancellationToken)).Queue.Select(waiting => waiting.Motion);
        return GoOn(context, channel, DeskFiles.Say(file is null ? null : await queue.ImportAsync(address, file, known, cancellationToken)));
    }

    private IResult GoOn(HttpContext context, string channel, ChatReply said)
    {
        notes.Leave(PageFrames.MemberOf(context), channel, said);
        return Results.LocalRedirect(PageAddresses.Desk(channel, "debates"));
    }
}
