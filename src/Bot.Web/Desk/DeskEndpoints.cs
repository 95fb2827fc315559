using Bot.Web.Channels;
using Bot.Web.Pages;
using Bot.Web.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Web.Desk;

/// <summary>The teacher's desk: what a channel's teacher would otherwise ask for command by command, on a few pages.</summary>
internal sealed class DeskEndpoints(
    ChannelLogs logs,
    DeskGate gate,
    DeskCommands commands,
    OverviewDesk overview,
    DebatesDesk debates,
    QueueDesk queue,
    CountersDesk counters,
    ReadingsDesk readings,
    VotesDesk votes,
    AnswersDesk answers,
    Doors doors)
{
    /// <summary>Maps the desk where teachers can sign in.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        if (!doors.HaveTeachers)
        {
            return;
        }

        routes.MapGet("/desk", (HttpContext context) => Results.LocalRedirect(PageAddresses.Desk(logs.First)));
        var desk = routes.MapGroup("/desk/{channel}").AddEndpointFilter(gate);
        commands.Map(desk);
        overview.Map(desk);
        debates.Map(desk);
        queue.Map(desk);
        counters.Map(desk);
        readings.Map(desk);
        votes.Map(desk);
        answers.Map(desk);
    }
}
