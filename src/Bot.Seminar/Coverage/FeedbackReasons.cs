using Bot.Seminar.Channels;
using Bot.Storage;

namespace Bot.Seminar.Coverage;

/// <summary>
/// Stores reasons why answers did not help, and questions without an answer, one line each: only in channels whose teachers allow it, for ninety days,
/// and without the author.
/// </summary>
internal sealed class FeedbackReasons(Database database, ChannelSettings settings, TimeProvider time)
{
    /// <summary>The kind of a reason why an answer did not help.</summary>
    public const string Reason = "reason";

    /// <summary>The kind of a question without an answer.</summary>
    public const string Question = "question";

    // Of each kind.
    private const int MaxPerChannel = 200;
    private static readonly TimeSpan RetentionPeriod = TimeSpan.FromDays(90);

    /// <summary>Whether a channel's teachers allow it.</summary>
    public async Task<bool> AreKeptAsync(ChannelAddress channel, CancellationToken cancellationToken) =>
        (await settings.OfAsync(channel, cancellationToken)).GetValueOrDefault(ChannelSettings.Reasons) == "on";

    /// <summary>Stores a line; if there are too many of its kind, the oldest is deleted.</summary>
    public Task<int> AddAsync(ChannelAddress channel, string kind, string words, CancellationToken cancellationToken)
    {
        var (key, now) = (ChannelKey.Of(channel), time.GetUtcNow());
        return database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("DELETE FROM feedback_reasons WHERE at < @oldest", new { oldest = FindOldest(now) });
                await session.ExecuteAsync(
                    """
                    DELETE FROM feedback_reasons WHERE channel = @key AND kind = @kind AND id NOT IN
                        (SELECT id FROM feedback_reasons WHERE channel = @key AND kind = @kind ORDER BY at DESC, id LIMIT @others)
                    """,
                    new { key, kind, others = MaxPerChannel - 1 });
                return await session.ExecuteAsync(
                    "INSERT INTO feedback_reasons (id, channel, at, kind, words) VALUES (@id, @key, @at, @kind, @words)",
                    new { id = Guid.NewGuid().ToString("N"), key, at = now.ToUnixTimeMilliseconds(), kind, words });
            },
            cancellationToken);
    }

    /// <summary>The latest lines of a kind in a channel, the newest first. Lines with the same words, whatever their case and signs, are one.</summary>
    public async Task<IReadOnlyList<string>> ReadLatestAsync(ChannelAddress channel, string kind, int most, CancellationToken cancellationToken)
    {
        var lines = await database.ReadAsync(
            session => session.QueryAsync<string>(
                "SELECT words FROM feedback_reasons WHERE channel = @key AND kind = @kind AND at >= @oldest ORDER BY at DESC, id",
                new { key = ChannelKey.Of(channel), kind, oldest = FindOldest(time.GetUtcNow()) }),
            cancellationToken);
        return [.. lines.DistinctBy(Normalize, StringComparer.OrdinalIgnoreCase).Take(most)];
    }

    private static string Normalize(string line) => string.Join(' ', string
        .Concat(line.Select(sign => char.IsPunctuation(sign) ? ' ' : sign))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static long FindOldest(DateTimeOffset now) => (now - RetentionPeriod).ToUnixTimeMilliseconds();
}
