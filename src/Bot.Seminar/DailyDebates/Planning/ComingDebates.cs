using Bot.Seminar.DailyDebates.Schedules;
using Bot.Storage;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Planning;

/// <summary>Goes through what a channel will debate, in order.</summary>
internal sealed class ComingDebates(Database database)
{
    /// <summary>The next debates. The plans that they are taken from are kept, so that what is shown is what comes.</summary>
    /// <param name="schedules">The schedules; those that rest are passed over.</param>
    /// <param name="plan">The channel's plan, which is used up on the way.</param>
    /// <param name="most">How many debates.</param>
    /// <param name="until">The last day; null for no end.</param>
    /// <param name="cancellationToken">Ends the work.</param>
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
            next[schedule] = schedule.Rule.AfterDay(due.Date, day => plan.IsFree(schedule, day));
        }

        return coming;
    }
}

/// <summary>A debate that is to come.</summary>
/// <param name="Schedule">Whose.</param>
/// <param name="Occurrence">When.</param>
/// <param name="Reserved">What is debated; null where the readings hold no motion.</param>
internal sealed record ComingDebate(Schedule Schedule, Occurrence Occurrence, ReservedMotion? Reserved);
