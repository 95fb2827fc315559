using Bot.Seminar.Channels;
using Bot.Seminar.DailyDebates.Schedules;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bot.Seminar.DailyDebates;

/// <summary>Runs the scheduler through many days on a simulated clock that jumps from event to event.</summary>
public static class DebateRehearsal
{
    // Prevents an endless loop if the scheduler always finds work.
    private const int MaxTurnsAtOnce = 100;
    private static readonly Duration Step = Duration.FromHours(1);

    /// <summary>Creates a schedule for a channel, as <c>debate schedule</c> does.</summary>
    /// <returns>The schedule's description, or the problem.</returns>
    public static async Task<(string? Described, string Problem)> ScheduleAsync(
        IServiceProvider services, Chat.ChannelAddress channel, string text, CancellationToken cancellationToken)
    {
        var readings = services.GetRequiredService<ChannelShelves>().Of(channel).Readings;
        var (rule, ids, problem) = ScheduleText.Parse(text, readings);
        if (rule is null)
        {
            return (null, problem);
        }

        var now = Dates.Now(services.GetRequiredService<TimeProvider>());
        var schedule = await services.GetRequiredService<ScheduleStore>().AddAsync(
            ChannelKey.Of(channel), rule, ids, "", rule.FindAfter(now - Duration.Epsilon, _ => false), cancellationToken);
        return (schedule.Describe(), "");
    }

    /// <summary>Runs until an instant.</summary>
    /// <param name="services">A seminar with its own database, whose clock <paramref name="jump"/> moves.</param>
    /// <param name="until">The end.</param>
    /// <param name="jump">Moves the clock to an instant; can be slow.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    public static async Task RunAsync(
        IServiceProvider services, DateTimeOffset until, Func<DateTimeOffset, Task> jump, CancellationToken cancellationToken)
    {
        var (scheduler, time) = (services.GetRequiredService<DebateScheduler>(), services.GetRequiredService<TimeProvider>());
        while (true)
        {
            for (var turn = 0; turn < MaxTurnsAtOnce; turn++)
            {
                await scheduler.RunOnceAsync(cancellationToken);
                if (await scheduler.FindNextAsync(cancellationToken) is not { } due || due > Dates.Now(time))
                {
                    break;
                }
            }

            var next = await scheduler.FindNextAsync(cancellationToken) is { } there ? Instant.Max(there, Dates.Now(time)) : Dates.Now(time) + Step;
            if (next.ToDateTimeOffset() > until)
            {
                return;
            }

            await jump(next.ToDateTimeOffset());
        }
    }
}
