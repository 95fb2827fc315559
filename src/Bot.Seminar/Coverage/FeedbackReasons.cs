using Bot.Seminar.Channels;
using Bot.Storage;

namespace Bot.Seminar.Coverage;

/// <summary>
/// Stores reasons why answers did not help, one line each: only in channels whose teachers allow it, for ninety days, and without the author.
/// </summary>
internal sealed class FeedbackReasons(Database database, ChannelSettings settings, TimeProvider time)
{
    private const int MaxPerChannel = 200;
    private static readonly TimeSpan RetentionPeriod = TimeSpan.FromDays(90);

    /// <summary>Whether a channel's teachers allow it.</summary>
    public async Task<bool> AreKeptAsync(ChannelAddress channel, CancellationToken cancellationToken) =>
        (await settings.OfAsync(channel, cancellationToken)).GetValueOrDefault(ChannelSettings.Reasons) == "on";

    /// <summary>Stores a line; if there are too many, the oldest is deleted.</summary>
    public Task<int> AddAsync(ChannelAddress channel, string words, CancellationToken cancellationToken)
    {
        var (key, now) = (ChannelKey.Of(channel), time.GetUtcNow());
        return database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("DELETE FROM feedback_reasons WHERE at < @oldest", new { oldest = FindOldest(now) });
                await session.ExecuteAsync(
                    """
                    DELETE FROM feedback_reasons WHERE channel = @key AND id NOT IN
                        (SELECT id FROM feedback_reasons WHERE channel = @key ORDER BY at DESC, id LIMIT @others)
                    """,
                    new { key, others = MaxPerChannel - 1 });
                return await session.ExecuteAsync(
                    "INSERT INTO feedback_reasons (id, channel, at, words) VALUES (@id, @key, @at, @words)",
                    new { id = Guid.NewGuid().ToString("N"), key, at = now.ToUnixTimeMilliseconds(), words });
            },
            cancellationToken);
    }

    /// <summary>The latest lines of a channel, the newest first.</summary>
    public Task<IReadOnlyList<string>> ReadLatestAsync(ChannelAddress channel, int most, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.QueryAsync<string>(
            "SELECT words FROM feedback_reasons WHERE channel = @key AND at >= @oldest ORDER BY at DESC, id LIMIT @most",
            new { key = ChannelKey.Of(channel), oldest = FindOldest(time.GetUtcNow()), most }),
        cancellationToken);

    private static long FindOldest(DateTimeOffset now) => (now - RetentionPeriod).ToUnixTimeMilliseconds();
}
