using Bot.Storage;

namespace Bot.Seminar.Channels;

/// <summary>The channels of all platforms that have a setting, a schedule, a debate, a suggestion, a counterargument or a reading list.</summary>
/// <param name="database">The database.</param>
public sealed class KnownChannels(Database database)
{
    /// <summary>All known channels, in the order of their addresses.</summary>
    /// <exception cref="DatabaseUnavailableException">They cannot be read.</exception>
    public async Task<IReadOnlyList<KnownChannel>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<Row>(
                """
                SELECT channel, CAST(sum(schedules) AS BIGINT) AS schedules, CAST(sum(suggestions) AS BIGINT) AS suggestions
                FROM (
                    SELECT channel, 1 AS schedules, 0 AS suggestions FROM schedules
                    UNION ALL SELECT channel, 0, 1 FROM proposals WHERE state = 'suggested'
                    UNION ALL SELECT DISTINCT channel, 0, 0 FROM debates
                    UNION ALL SELECT channel, 0, 0 FROM channel_settings
                    UNION ALL SELECT channel, 0, 0 FROM curated_counters
                    UNION ALL SELECT channel, 0, 0 FROM reading_lists
                ) AS kept
                GROUP BY channel
                ORDER BY channel
                """),
            cancellationToken);
        return [.. rows.Select(row => new KnownChannel(ChannelKey.Parse(row.Channel), (int)row.Schedules, (int)row.Suggestions))];
    }

    private sealed record Row
    {
        public string Channel { get; init; } = "";

        public long Schedules { get; init; }

        public long Suggestions { get; init; }
    }
}

/// <summary>A channel with the number of its schedules and suggestions.</summary>
/// <param name="Address">The channel.</param>
/// <param name="Schedules">The number of its schedules.</param>
/// <param name="Suggestions">The number of suggested motions that wait for a teacher.</param>
public sealed record KnownChannel(ChannelAddress Address, int Schedules, int Suggestions);
