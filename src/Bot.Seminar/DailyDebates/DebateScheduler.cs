using Bot.Seminar.Coverage;
using Bot.Seminar.DailyDebates.Posting;
using Bot.Seminar.DailyDebates.Schedules;
using NodaTime;

namespace Bot.Seminar.DailyDebates;

/// <summary>One run of the scheduler claims due debates, closes polls and sends waiting messages. Runs of several replicas can overlap.</summary>
internal sealed class DebateScheduler(DueDebates due, ClosingPolls closing, Outbox outbox, OutboxStore posts, ScheduleStore schedules, TouchLog touches)
{
    /// <summary>Does everything that is due now.</summary>
    /// <exception cref="Storage.DatabaseUnavailableException">The database cannot be used; the next run continues from the same state.</exception>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await touches.FlushAsync(cancellationToken);
        await due.ClaimAsync(cancellationToken);
        await closing.CloseAsync(cancellationToken);
        await outbox.SendAsync(cancellationToken);
    }

    /// <summary>The time of the next debate, end of a poll, or message; null if there is none.</summary>
    public async Task<Instant?> FindNextAsync(CancellationToken cancellationToken)
    {
        Instant?[] next =
        [
            await schedules.FindNextDueAsync(cancellationToken), await closing.FindNextAsync(cancellationToken), await posts.FindNextAsync(cancellationToken),
        ];
        return next.Min();
    }
}
