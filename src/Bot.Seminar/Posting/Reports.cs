using Bot.Chat;
using Bot.Seminar.Schedules;
using Bot.Storage;
using NodaTime;

namespace Bot.Seminar.Posting;

/// <summary>What the teachers of a channel should know; <c>debate list</c> shows it.</summary>
internal static class Reports
{
    /// <summary>
    /// What the channel reads of a report. A bot cannot speak to teachers alone where it is not asked, so the class is not told what went
    /// wrong, and nobody is called.
    /// </summary>
    public static ChatReply Note { get; } = ChatReply.Answer(new TextBlock("A note to the teachers: “debate list” says which debates were left out here, and why."));

    /// <summary>Adds a report, once.</summary>
    public static Task<int> AddAsync(Session session, string id, string channel, Instant now, string what) => session.ExecuteAsync(
        "INSERT INTO reports (id, channel, at, what) VALUES (@id, @channel, @at, @what) ON CONFLICT (id) DO NOTHING",
        new { id, channel, at = Dates.Ms(now), what });

    /// <summary>The latest reports of a channel, the newest first.</summary>
    public static Task<IReadOnlyList<string>> LatestAsync(Session session, string channel, Instant since, int most) => session.QueryAsync<string>(
        "SELECT what FROM reports WHERE channel = @channel AND at >= @since ORDER BY at DESC, id LIMIT @most",
        new { channel, since = Dates.Ms(since), most });
}
