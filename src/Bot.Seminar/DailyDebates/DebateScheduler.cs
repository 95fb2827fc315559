using Bot.Seminar.Coverage;
using Bot.Seminar.DailyDebates.Posting;
using Bot.Seminar.DailyDebates.Schedules;
using NodaTime;

namespace Bot.Seminar.DailyDebates;

/// <summary>One turn of what keeps debates going: claim what is due, close polls, send what waits. Turns may overlap between replicas.</summary>
internal sealed class DebateScheduler(DueDebates due, ClosingPolls closing, Outbox outbox, OutboxStore posts, ScheduleStore schedules, TouchLog touches)
{
    /// <summary>Does everything that is due now.</summary>
    /// <exception cref="Storage.DatabaseUnavailableException">The database cannot be used; the next turn finds everything as it was.</exception>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await touches.FlushAsync(cancellationToken);
        await due.ClaimAsync(cancellationToken);
        await closing.CloseAsync(cancellationToken);
        await outbox.SendAsync(cancellationToken);
    }

    /// <summary>When there is something to do next: a debate, the end of a poll, a message; null where there is nothing.</summary>
    public async Task<Instant?> NextAsync(CancellationToken cancellationToken)
    {
        Instant?[] next =
        [
            await schedules.NextDueAsync(cancellationToken), await closing.NextAsync(cancellationToken), await posts.NextAsync(cancellationToken),
        ];
        return next.Min();
    }
}
