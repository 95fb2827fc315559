using Bot.Library;
using Bot.Seminar.Channels;
using Bot.Seminar.DailyDebates.Agenda;
using Bot.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Web.Desk;

/// <summary>The first page of the desk: what waits for a teacher, and the state of the program.</summary>
internal sealed class OverviewDesk(DeskFrames frames, ChannelAgendas agendas, ChannelShelves shelves, ProgramHealth health)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", ShowAsync);

    private async Task<IResult> ShowAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var channel = DeskFrames.ChannelOf(context).Address;
        var agenda = await agendas.OfAsync(channel, cancellationToken);
        return PageFrames.Page<OverviewPage>(new OverviewModel(
            frames.Of(context), agenda, shelves.FindAll(channel), await health.LookAsync(cancellationToken)));
    }
}

/// <summary>The model of that page.</summary>
/// <param name="Desk">The frame around it.</param>
/// <param name="Agenda">Suggestions and recent problems.</param>
/// <param name="Shelf">The readings, and the files that are not served.</param>
/// <param name="Program">The state of the program's parts.</param>
public sealed record OverviewModel(DeskFrame Desk, ChannelAgenda Agenda, ShelfSnapshot Shelf, ProgramState Program);
