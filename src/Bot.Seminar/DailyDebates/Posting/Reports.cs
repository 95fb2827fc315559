using Bot.Chat;
using Bot.Seminar.DailyDebates.Schedules;
using Bot.Storage;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Posting;

/// <summary>What the teachers of a channel should know; <c>debate list</c> shows it.</summary>
internal static class Reports
{
    private static readonly Duration Patience = Duration.FromDays(1);

    /// <summary>Adds a report, once, and the line that sends teachers to it; a channel gets that once a day, however much went wrong.</summary>
    public static async Task AddAsync(Session session, string id, string channel, Instant now, string what)
    {
        await session.ExecuteAsync(
            "INSERT INTO reports (id, channel, at, what) VALUES (@id, @channel, @at, @what) ON CONFLICT (id) DO NOTHING",
            new { id, channel, at = Dates.Ms(now), what });
        var today = now.InUtc().Date;
        await OutboxPost.Now(PostId.OfNote(channel, Dates.Iso(today)), PostKinds.Report, channel, Note(today), now, Patience).AddAsync(session);
    }

    /// <summary>The latest reports of a channel, the newest first.</summary>
    public static Task<IReadOnlyList<string>> LatestAsync(Session session, string channel, Instant since, int most) => session.QueryAsync<string>(
        "SELECT what FROM reports WHERE channel = @channel AND at >= @since ORDER BY at DESC, id LIMIT @most",
        new { channel, since = Dates.Ms(since), most });

    // What the channel reads of a report. A bot cannot speak to teachers alone where it is not asked, so the class is not told what went
    // wrong, and nobody is called. The day tells one note from the next.
    private static ChatReply Note(LocalDate day) => ChatReply.Answer(
        new TextBlock($"A note to the teachers ({Dates.Day(day)}, UTC): “debate list” says what was not posted here, and why."));
}
