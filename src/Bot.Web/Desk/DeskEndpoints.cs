using Bot.Web.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Web.Desk;

/// <summary>The teacher's desk: the commands for teachers as pages.</summary>
internal sealed class DeskEndpoints(
    DeskGate gate,
    ChannelsDesk channels,
    DeskCommands commands,
    OverviewDesk overview,
    DebatesDesk debates,
    QueueDesk queue,
    CountersDesk counters,
    ReadingsDesk readings,
    VotesDesk votes,
    AnswersDesk answers,
    SettingsDesk settings,
    Doors doors)
{
    /// <summary>Maps the desk, if teachers can sign in.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        if (!doors.HaveTeachers)
        {
            return;
        }

        var all = routes.MapGroup("/desk").AddEndpointFilter(gate);
        channels.Map(all);
        var desk = all.MapGroup("/{channel}");
        commands.Map(desk);
        overview.Map(desk);
        debates.Map(desk);
        queue.Map(desk);
        counters.Map(desk);
        readings.Map(desk);
        votes.Map(desk);
        answers.Map(desk);
        settings.Map(desk);
    }
}
