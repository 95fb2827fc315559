using Bot.Seminar.DailyDebates.Schedules;
using Bot.Storage;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Planning;

/// <summary>Lists a channel's next debates, in order.</summary>
internal sealed class ComingDebates(Database database)
{
    /// <summary>The next debates. Their plans are stored, so that the shown motions are the ones that are posted.</summary>
    /// <param name="schedules">The schedules; paused ones are skipped.</param>
    /// <param name="plan">The channel's plan; its motions are taken from this copy.</param>
    /// <param name="most">How many debates.</param>
    /// <param name="until">The last day; null for no end.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IReadOnlyList<ComingDebate>> OfAsync(
        IReadOnlyList<Schedule> schedules, ChannelPlan plan, int most, LocalDate? until, CancellationToken cancellationToken)
    {
        var active = schedules.Where(schedule => !schedule.IsPaused).ToList();
        foreach (var schedule in active)
        {
            await plan.RefreshAsync(schedule, cancellationToken);
        }

        await database.WriteAsync(plan.KeepAsync, cancellationToken);

        var coming = new List<ComingDebate>();
        var next = active.ToDictionary(schedule => schedule, plan.NextOf);
        while (coming.Count < most
            && next.Where(item => item.Value is { } there && !(there.Date > until))
                .OrderBy(item => item.Value?.Due)
                .ThenBy(item => item.Key.Number)
                .FirstOrDefault() is { Key: { } schedule, Value: { } due })
        {
            coming.Add(new ComingDebate(schedule, due, await plan.TakeAsync(schedule, due.Date, cancellationToken)));
            next[schedule] = schedule.Rule.FindAfterDay(due.Date, day => plan.IsFree(schedule, day));
        }

        return coming;
    }
}

/// <summary>A future debate.</summary>
/// <param name="Schedule">Its schedule.</param>
/// <param name="Occurrence">Its day and time.</param>
/// <param name="Reserved">Its motion; null if the readings have none.</param>
internal sealed record ComingDebate(Schedule Schedule, Occurrence Occurrence, ReservedMotion? Reserved);
