using System.Globalization;
using Bot.Library.Readings;
using Bot.Seminar.DailyDebates.Schedules;
using Bot.Storage;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Planning;

/// <summary>
/// The next debates of a channel: its free days, its pinned and queued motions, and the plan. Taking a debate changes only this copy;
/// <see cref="ReservedMotion.ApplyAsync"/> stores it.
/// </summary>
internal sealed class ChannelPlan
{
    private readonly MotionPools pools;
    private readonly string channel;
    private readonly HashSet<LocalDate> holidays;
    private readonly Dictionary<(string Schedule, LocalDate Date), string> special;
    private readonly Queue<(string Id, string Motion)> queue;
    private readonly Dictionary<string, PlanRow> plans;
    private readonly Dictionary<string, int> uses;
    private readonly HashSet<(ReadingId, int)> touched;
    private int number;

    private ChannelPlan(MotionPools pools, string channel, PlanData loaded, IReadOnlySet<LocalDate> commonHolidays)
    {
        this.pools = pools;
        this.channel = channel;
        holidays = [.. commonHolidays, .. loaded.Holidays.Select(DateOf)];
        special = loaded.Special.ToDictionary(row => (row.Schedule, DateOf(row.Date)), row => row.Motion);
        queue = new Queue<(string, string)>(loaded.Queue.Select(row => (row.Id, row.Motion)));
        plans = loaded.Plans.ToDictionary(row => row.Readings);
        uses = loaded.Uses.ToDictionary(row => row.MotionId, row => (int)row.Times);
        touched = [.. loaded.Touched.Select(row => (new ReadingId(row.Reading), (int)row.Paragraph))];
        number = (int)loaded.Debates;
    }

    /// <summary>Loads the plan of a channel.</summary>
    /// <param name="database">The database.</param>
    /// <param name="pools">The motions of the readings.</param>
    /// <param name="channel">The channel's key.</param>
    /// <param name="commonHolidays">Days that are free in every channel.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async Task<ChannelPlan> LoadAsync(
        Database database, MotionPools pools, string channel, IReadOnlySet<LocalDate> commonHolidays, CancellationToken cancellationToken)
    {
        var loaded = await database.ReadAsync(session => PlanData.ReadAsync(session, channel), cancellationToken);
        return new ChannelPlan(pools, channel, loaded, commonHolidays);
    }

    /// <summary>Whether a day of a schedule is a holiday or skipped.</summary>
    public bool IsFree(Schedule schedule, LocalDate date) =>
        special.TryGetValue((schedule.Id, date), out var motion) ? motion.Length == 0 : holidays.Contains(date);

    /// <summary>The motion that is pinned to a day; empty if the day is skipped, null for an ordinary day.</summary>
    public string? FindSpecial(Schedule schedule, LocalDate date) => special.GetValueOrDefault((schedule.Id, date));

    /// <summary>The next debate of a schedule that is not left out; null if there is none.</summary>
    public Occurrence? NextOf(Schedule schedule) => schedule.Next is { } next && IsFree(schedule, next.Date)
        ? schedule.Rule.FindAfterDay(next.Date, day => IsFree(schedule, day))
        : schedule.Next;

    /// <summary>Takes the motion of a day: the pinned one, otherwise the next of the queue or the plan.</summary>
    /// <returns>The motion; null if the readings have none.</returns>
    public async Task<ReservedMotion?> TakeAsync(Schedule schedule, LocalDate date, CancellationToken cancellationToken) =>
        special.TryGetValue((schedule.Id, date), out var pinned) && pinned.Length > 0
            ? Use(await pools.FindOrMakeAsync(await pools.ReadSnapshotAsync(channel, cancellationToken), pinned, cancellationToken), null, null)
            : await TakeNextAsync(schedule, cancellationToken);

    /// <summary>Takes the first motion of the queue, otherwise the next of the plan.</summary>
    /// <returns>The motion; null if the readings have none.</returns>
    public async Task<ReservedMotion?> TakeNextAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        var snapshot = await pools.ReadSnapshotAsync(channel, cancellationToken);
        if (queue.TryDequeue(out var queued))
        {
            return Use(await pools.FindOrMakeAsync(snapshot, queued.Motion, cancellationToken), queued.Id, null);
        }

        var pool = await pools.OfAsync(snapshot, schedule.Readings, cancellationToken);
        if (await UpdateAsync(schedule, pool, cancellationToken) is not { } plan)
        {
            return null;
        }

        var motion = pool.Find(plan.Ids[0]) ?? pool.Motions[0];
        plans[schedule.ReadingsKey] = plan = plan with { Motions = string.Join(' ', plan.Ids.Skip(1)) };
        return Use(motion, null, plan);
    }

    /// <summary>Stores the plans that were made or changed in this copy, so that the shown motions are the ones that are posted.</summary>
    public async Task<bool> KeepAsync(Session session)
    {
        foreach (var plan in plans.Values.Where(plan => plan.IsNew))
        {
            await plan.WriteAsync(session, channel);
        }

        return true;
    }

    /// <summary>Makes the plan of a schedule if it is missing or the readings have changed.</summary>
    public async Task RefreshAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        var pool = await pools.OfAsync(await pools.ReadSnapshotAsync(channel, cancellationToken), schedule.Readings, cancellationToken);
        if (await UpdateAsync(schedule, pool, cancellationToken) is { } plan)
        {
            plans[schedule.ReadingsKey] = plan;
        }
    }

    private ReservedMotion Use(PlannedMotion motion, string? proposal, PlanRow? plan)
    {
        uses[motion.Id] = uses.GetValueOrDefault(motion.Id) + 1;
        return new ReservedMotion(channel, motion, number++) { Proposal = proposal, Plan = plan };
    }

    // Motions that were debated in the meantime, from the queue or another schedule's plan, come after the rest.
    private async Task<PlanRow?> UpdateAsync(Schedule schedule, MotionPool pool, CancellationToken cancellationToken)
    {
        var least = pool.Motions
            .Where(motion => !motion.IsKnownOneSided)
            .Select(motion => uses.GetValueOrDefault(motion.Id))
            .DefaultIfEmpty(0)
            .Min();
        var old = plans.GetValueOrDefault(schedule.ReadingsKey);
        if (old is not null && old.Stamp == pool.Stamp)
        {
            var left = old.Ids.SkipWhile(id => pool.Find(id) is null || uses.GetValueOrDefault(id) > least).ToList();
            if (left.Count > 0)
            {
                return old with { Motions = string.Join(' ', left) };
            }
        }

        var basis = new PlanBasis(pool.Motions, SeedOf(schedule, least)) { Uses = uses, Touched = touched };
        var order = await PlanOrder.OfAsync(basis, cancellationToken);
        return order.Count == 0 ? null : new PlanRow
        {
            Readings = schedule.ReadingsKey,
            Stamp = pool.Stamp,
            Motions = string.Join(' ', order),
            Revision = old?.Revision ?? 0,
            IsNew = true,
        };
    }

    // Each channel has its own order, and a new one each time that all motions have been used.
    private int SeedOf(Schedule schedule, int round) =>
        unchecked((int)uint.Parse(
            ChoiceStamps.Hash($"{channel} {schedule.ReadingsKey} {round}"), NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    private static LocalDate DateOf(string date) =>
        ScheduleText.DateOf(date) ?? throw new FormatException($"“{date}” in the database is not a date.");
}
