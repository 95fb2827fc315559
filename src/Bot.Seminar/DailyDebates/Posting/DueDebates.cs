using System.Globalization;
using Bot.Seminar.Channels;
using Bot.Seminar.Citing;
using Bot.Seminar.DailyDebates.Planning;
using Bot.Seminar.DailyDebates.Schedules;
using Bot.Seminar.Debate;
using Bot.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Posting;

/// <summary>
/// Claims the debates that are due. The claim, the message in the outbox and the schedule's next day are written in one transaction, and the database lets
/// only one replica succeed.
/// </summary>
internal sealed partial class DueDebates(
    Database database,
    ScheduleStore schedules,
    ChannelPlans plans,
    ChannelShelves shelves,
    IOptions<DebatesOptions> options,
    TimeProvider time,
    ILogger<DueDebates> logger)
{
    private const int AtOnce = 500;

    private readonly Duration catchUp = Duration.FromTimeSpan(options.Value.CatchUp);
    private readonly Duration open = Duration.FromTimeSpan(options.Value.PollOpen);

    /// <summary>Claims all debates that are due.</summary>
    /// <returns>How many schedules moved to a later day.</returns>
    public async Task<int> ClaimAsync(CancellationToken cancellationToken)
    {
        var now = Dates.Now(time);
        var moved = 0;
        foreach (var schedule in await schedules.ListDueAsync(now, AtOnce, cancellationToken))
        {
            if (schedule.Next is { } due && await ClaimAsync(schedule, due, now, cancellationToken))
            {
                moved++;
            }
        }

        return moved;
    }

    /// <summary>Posts a schedule's next motion now, in addition to its days.</summary>
    /// <returns>The posted motion; null if the readings have none, or another process changed the plan at the same time.</returns>
    public async Task<ReservedMotion?> PostNowAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        var now = Dates.Now(time);
        var plan = await plans.OfAsync(schedule.Channel, cancellationToken);
        var date = now.InZone(schedule.Rule.Zone).Date;
        if (await plan.TakeNextAsync(schedule, cancellationToken) is not { } taken)
        {
            return null;
        }

        var sides = await taken.Motion.FindSidesAsync(cancellationToken);
        return await database.WriteAsync(
                async session => await AddDebateAsync(session, schedule, new Occurrence(date, now), now, Guid.NewGuid().ToString("N"), taken, sides)
                    ? true : throw new ClaimLostException(),
                cancellationToken).IgnoreConflictAsync()
            ? taken
            : null;
    }

    private async Task<bool> ClaimAsync(Schedule schedule, Occurrence due, Instant now, CancellationToken cancellationToken)
    {
        var plan = await plans.OfAsync(schedule.Channel, cancellationToken);
        if (plan.IsFree(schedule, due.Date))
        {
            var after = NextOf(schedule, due.Date);
            return await MoveOnAsync(schedule, after, cancellationToken) && await GoOnAsync(schedule, after, now, cancellationToken);
        }

        if (now > due.Due + catchUp)
        {
            return await SkipMissedAsync(schedule, due, now, plan, cancellationToken);
        }

        var next = NextOf(schedule, due.Date);
        var taken = await plan.TakeAsync(schedule, due.Date, cancellationToken);

        // Before the transaction, which must be short.
        var sides = taken is null ? null : await taken.Motion.FindSidesAsync(cancellationToken);
        var claimed = await database.WriteAsync(
            async session =>
            {
                if (!await ScheduleStore.TryMoveOnAsync(session, schedule, next))
                {
                    return false;
                }

                if (taken is null || sides is null)
                {
                    await AddMissedAsync(session, schedule, due, now);
                    var report = new Report.NoMotion(due.Date.ToDateOnly());
                    await Reports.AddAsync(session, PostId.OfReport(schedule.Id, Dates.FormatIso(due.Date)), schedule.Channel, now, report);
                    return true;
                }

                // Another process was faster: the transaction is undone, and the next run reads the current state.
                return await AddDebateAsync(session, schedule, due, now, "", taken, sides) ? true : throw new ClaimLostException();
            },
            cancellationToken).IgnoreConflictAsync();
        if (claimed)
        {
            LogClaimed(schedule.Id, Dates.FormatIso(due.Date));
        }

        return claimed;
    }

    // Handles a whole outage at once: skips the days that are too late to post, writes one report on them, and moves to the first day that is not.
    private async Task<bool> SkipMissedAsync(Schedule schedule, Occurrence due, Instant now, ChannelPlan plan, CancellationToken cancellationToken)
    {
        var missed = new List<Occurrence>();
        Occurrence? next = due;
        while (next is { } day && now > day.Due + catchUp)
        {
            if (!plan.IsFree(schedule, day.Date))
            {
                missed.Add(day);
            }

            next = NextOf(schedule, day.Date);
        }

        var report = Report.Missed.Of([.. missed.Select(day => day.Date.ToDateOnly())], Dates.FormatTime(schedule.Rule.Time), schedule.Rule.Zone.Id);
        var id = PostId.OfReport(schedule.Id, Dates.FormatIso(due.Date));
        var moved = await database.WriteAsync(
            async session =>
            {
                if (!await ScheduleStore.TryMoveOnAsync(session, schedule, next))
                {
                    return false;
                }

                foreach (var day in missed)
                {
                    await AddMissedAsync(session, schedule, day, now);
                }

                await Reports.AddAsync(session, id, schedule.Channel, now, report);
                return true;
            },
            cancellationToken);
        if (!moved)
        {
            return false;
        }

        LogMissed(schedule.Id, missed.Count);
        return await GoOnAsync(schedule, next, now, cancellationToken);
    }

    // The day after the skipped ones may be due already.
    private async Task<bool> GoOnAsync(Schedule schedule, Occurrence? next, Instant now, CancellationToken cancellationToken) =>
        next is not { } day || day.Due > now || await ClaimAsync(schedule with { Next = day }, day, now, cancellationToken);

    private async Task<bool> AddDebateAsync(Session session, Schedule schedule, Occurrence due, Instant now, string extra, ReservedMotion taken, Sides sides)
    {
        var id = PostId.OfDebate(schedule.Id, Dates.FormatIso(due.Date), extra);
        var closes = Instant.Max(now, due.Due) + open;
        var motion = taken.Motion;
        var added = await session.ExecuteAsync(
            """
            INSERT INTO debates (id, schedule, date, extra, channel, due, outcome, motion_id, motion, reading, paragraph, sentence,
                opened_at, closes_at, is_closed)
            VALUES (@id, @schedule, @date, @extra, @channel, @due, 'claimed', @motionId, @motion, @reading, @paragraph, @sentence, 0, @closes, 0)
            ON CONFLICT DO NOTHING
            """,
            new
            {
                id,
                schedule = schedule.Id,
                date = Dates.FormatIso(due.Date),
                extra,
                channel = schedule.Channel,
                due = Dates.ToMilliseconds(due.Due),
                motionId = motion.Id,
                motion = motion.Text,
                reading = motion.IsWritten ? "" : motion.Motion.Reading.Id.Value,
                paragraph = motion.IsWritten ? 0L : motion.Motion.Paragraph.Number,
                sentence = motion.IsWritten ? 0L : motion.Motion.Number,
                closes = Dates.ToMilliseconds(closes),
            });
        if (added == 0)
        {
            // The day has been claimed already. The schedule moves on anyway.
            return true;
        }

        CultureInfo.CurrentUICulture = await PostLanguage.OfAsync(session, schedule.Channel);
        var content = KnownReading.Mark(DailyPrompt.Of(motion, sides, taken.Number, id, closes.InZone(schedule.Rule.Zone)), shelves.Of(schedule.Channel));
        var post = OutboxPost.CreateDue(id, PostKinds.Debate, schedule.Channel, content, now, Duration.Zero) with
        {
            Debate = id,
            ThreadName = options.Value.Threads ? DailyPrompt.NameThread(motion) : "",
            Tag = schedule.Tag,
            MadeAt = Dates.ToMilliseconds(due.Due),
            GiveUpAt = Dates.ToMilliseconds(due.Due + catchUp),
        };
        return await taken.ApplyAsync(session) && await post.AddAsync(session) == 1;
    }

    private static Task<int> AddMissedAsync(Session session, Schedule schedule, Occurrence day, Instant now) => session.ExecuteAsync(
        """
        INSERT INTO debates (id, schedule, date, extra, channel, due, outcome, motion_id, motion, reading, paragraph, sentence,
            opened_at, closes_at, is_closed)
        VALUES (@id, @schedule, @date, '', @channel, @due, 'missed', '', '', '', 0, 0, 0, @now, 1)
        ON CONFLICT DO NOTHING
        """,
        new
        {
            id = PostId.OfDebate(schedule.Id, Dates.FormatIso(day.Date), ""),
            schedule = schedule.Id,
            date = Dates.FormatIso(day.Date),
            channel = schedule.Channel,
            due = Dates.ToMilliseconds(day.Due),
            now = Dates.ToMilliseconds(now),
        });

    private Task<bool> MoveOnAsync(Schedule schedule, Occurrence? next, CancellationToken cancellationToken) =>
        database.WriteAsync(session => ScheduleStore.TryMoveOnAsync(session, schedule, next), cancellationToken);

    // A free day is skipped only when it is due, because until then a teacher can change it.
    private static Occurrence? NextOf(Schedule schedule, LocalDate date) => schedule.Rule.FindAfterDay(date, _ => false);

    [LoggerMessage(LogLevel.Information, "The debate of {Schedule} on {Date} is claimed.")]
    private partial void LogClaimed(string schedule, string date);

    [LoggerMessage(LogLevel.Warning, "Missed {Days} days of {Schedule}; its teachers are notified.")]
    private partial void LogMissed(string schedule, int days);
}

/// <summary>Another process was faster, so the transaction is undone.</summary>
internal sealed class ClaimLostException : Exception;

/// <summary>Converts a lost claim into a result.</summary>
internal static class ClaimTasks
{
    public static async Task<bool> IgnoreConflictAsync(this Task<bool> claim)
    {
        try
        {
            return await claim;
        }
        catch (ClaimLostException)
        {
            return false;
        }
    }
}
