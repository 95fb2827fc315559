using System.Collections.Concurrent;
using Bot.Seminar.DailyDebates.Agenda;
using Bot.Web.Settings;
using Microsoft.Extensions.Hosting;

namespace Bot.Web.Desk;

/// <summary>
/// Chooses the motions of a channel in the background, so that a page does not wait long. If it fails, the next page tries again.
/// </summary>
internal sealed class MotionChoices(AgendaCalendar calendar, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private readonly ConcurrentDictionary<ChannelAddress, Task> running = new();

    /// <summary>Whether they are chosen.</summary>
    public async Task<bool> TryChooseAsync(ChannelAddress channel, CancellationToken cancellationToken)
    {
        if (running.TryGetValue(channel, out var earlier) && earlier.IsCompleted)
        {
            running.TryRemove(KeyValuePair.Create(channel, earlier));
        }

        // It belongs to the channel, so the request that started it must not cancel it.
        var choosing = running.GetOrAdd(channel, _ => Task.Run(() => calendar.ChooseAsync(channel, lifetime.ApplicationStopping), CancellationToken.None));
        await Task.WhenAny(choosing, Task.Delay(WebLimits.Inline, time, cancellationToken));
        if (!choosing.IsCompleted)
        {
            return false;
        }

        await choosing;
        return true;
    }
}
