using Bot.Storage;

namespace Bot.Seminar.DailyDebates.Planning;

/// <summary>A debate taken from a channel's plan.</summary>
/// <param name="Channel">The channel's key.</param>
/// <param name="Motion">What is debated.</param>
/// <param name="Number">How many debates the channel had before.</param>
internal sealed record ReservedMotion(string Channel, PlannedMotion Motion, int Number)
{
    /// <summary>The proposal that it comes from; null where it comes from none.</summary>
    public string? Proposal { get; init; }

    /// <summary>The plan without it; null where it comes from none.</summary>
    public PlanRow? Plan { get; init; }

    /// <summary>Writes down that it is taken.</summary>
    /// <returns>False where another process has changed the plan or taken the proposal: then nothing may be kept.</returns>
    public async Task<bool> ApplyAsync(Session session) =>
        (Proposal is null || await session.ExecuteAsync(
            "UPDATE proposals SET state = 'used' WHERE id = @id AND state = 'queued'", new { id = Proposal }) == 1)
        && (Plan is null || await Plan.WriteAsync(session, Channel));
}

/// <summary>A channel's plan on some readings, as the database keeps it.</summary>
internal sealed record PlanRow
{
    /// <summary>The ids of the readings, with commas; empty for all.</summary>
    public string Readings { get; init; } = "";

    /// <summary>The stamp of the motions that it was made from.</summary>
    public string Stamp { get; init; } = "";

    /// <summary>The ids of the motions, with spaces.</summary>
    public string Motions { get; init; } = "";

    /// <summary>Counts changes; 0 where there is none yet.</summary>
    public long Revision { get; init; }

    /// <summary>Whether it was made just now.</summary>
    public bool IsNew { get; init; }

    public IReadOnlyList<string> Ids => Motions.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Puts it in the place of the revision that it was made from.</summary>
    /// <returns>Whether that revision was still there.</returns>
    public async Task<bool> WriteAsync(Session session, string channel) => await session.ExecuteAsync(
        """
        INSERT INTO plans (channel, readings, stamp, motions, revision) VALUES (@channel, @Readings, @Stamp, @Motions, @Revision + 1)
        ON CONFLICT (channel, readings) DO UPDATE
        SET stamp = excluded.stamp, motions = excluded.motions, revision = excluded.revision WHERE plans.revision = @Revision
        """,
        new { channel, Readings, Stamp, Motions, Revision }) == 1;
}
