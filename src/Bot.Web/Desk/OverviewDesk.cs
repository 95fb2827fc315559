using Bot.Library;
using Bot.Seminar.Channels;
using Bot.Seminar.DailyDebates.Agenda;
using Bot.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Web.Desk;

/// <summary>What waits for a teacher, and whether all is well.</summary>
internal sealed class OverviewDesk(DeskFrames frames, ChannelAgendas agendas, ChannelShelves shelves, ProgramHealth health)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", ShowAsync);

    private async Task<IResult> ShowAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var channel = DeskFrames.ChannelOf(context).Address;
        var agenda = await agendas.OfAsync(channel, cancellationToken);
        return PageFrames.Page<OverviewPage>(new OverviewModel(
            frames.Of(context), agenda, shelves.AllFor(channel), await health.LookAsync(cancellationToken)));
    }
}

/// <summary>The first page of the desk.</summary>
/// <param name="Desk">The frame around it.</param>
/// <param name="Agenda">What waits, and what went wrong.</param>
/// <param name="Shelf">What is served and what is not.</param>
/// <param name="Program">How the parts of the program fare.</param>
public sealed record OverviewModel(DeskFrame Desk, ChannelAgenda Agenda, ShelfSnapshot Shelf, ProgramState Program);
