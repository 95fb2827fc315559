using Bot.Storage;

namespace Bot.Seminar.DailyDebates.Planning;

/// <summary>A debate taken from a channel's plan.</summary>
/// <param name="Channel">The channel's key.</param>
/// <param name="Motion">The motion.</param>
/// <param name="Number">How many debates the channel had before.</param>
internal sealed record ReservedMotion(string Channel, PlannedMotion Motion, int Number)
{
    /// <summary>The id of its proposal; null if it is not from a proposal.</summary>
    public string? Proposal { get; init; }

    /// <summary>The plan without it; null if it is not from a plan.</summary>
    public PlanRow? Plan { get; init; }

    /// <summary>Stores that it is taken.</summary>
    /// <returns>False if another process has changed the plan or taken the proposal; the transaction must then be undone.</returns>
    public async Task<bool> ApplyAsync(Session session) =>
        (Proposal is null || await session.ExecuteAsync(
            "UPDATE proposals SET state = 'used' WHERE id = @id AND state = 'queued'", new { id = Proposal }) == 1)
        && (Plan is null || await Plan.WriteAsync(session, Channel));
}

/// <summary>A channel's plan for some readings, as the database stores it.</summary>
internal sealed record PlanRow
{
    /// <summary>The ids of the readings, separated by commas; empty for all.</summary>
    public string Readings { get; init; } = "";

    /// <summary>The stamp of the motions that it was made from.</summary>
    public string Stamp { get; init; } = "";

    /// <summary>The ids of the motions, separated by spaces.</summary>
    public string Motions { get; init; } = "";

    /// <summary>The number of changes; 0 for a new plan.</summary>
    public long Revision { get; init; }

    /// <summary>Whether it was made just now.</summary>
    public bool IsNew { get; init; }

    public IReadOnlyList<string> Ids => Motions.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Replaces the revision that it was made from.</summary>
    /// <returns>Whether that revision was still there.</returns>
    public async Task<bool> WriteAsync(Session session, string channel) => await session.ExecuteAsync(
        """
        INSERT INTO plans (channel, readings, stamp, motions, revision) VALUES (@channel, @Readings, @Stamp, @Motions, @Revision + 1)
        ON CONFLICT (channel, readings) DO UPDATE
        SET stamp = excluded.stamp, motions = excluded.motions, revision = excluded.revision WHERE plans.revision = @Revision
        """,
        new { channel, Readings, Stamp, Motions, Revision }) == 1;
}
