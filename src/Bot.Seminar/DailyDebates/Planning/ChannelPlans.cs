using Bot.Seminar.DailyDebates.Schedules;
using Bot.Storage;

namespace Bot.Seminar.DailyDebates.Planning;

/// <summary>Loads the plans of channels.</summary>
internal sealed class ChannelPlans(Database database, MotionPools pools, HolidayCalendar holidays)
{
    /// <summary>The current plan of a channel.</summary>
    /// <param name="channel">The channel's key.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public Task<ChannelPlan> OfAsync(string channel, CancellationToken cancellationToken) =>
        ChannelPlan.LoadAsync(database, pools, channel, holidays.Days, cancellationToken);
}
