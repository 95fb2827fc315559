using System.Globalization;
using Bot.Seminar.Channels;
using Bot.Seminar.DailyDebates.Schedules;
using Bot.Storage;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Posting;

/// <summary>Reports to the teachers of a channel; <c>debate list</c> shows them.</summary>
internal static class Reports
{
    private const string NotifyOff = "debate notify off:yes";

    private static readonly Duration GiveUpAfter = Duration.FromDays(1);

    /// <summary>
    /// Adds a report, once, with a direct message to each teacher who asked for it, and a line in the channel that points the others to it, unless the
    /// channel turned it off. The line is posted at most once a day.
    /// </summary>
    public static async Task AddAsync(Session session, string id, string channel, Instant now, Report report)
    {
        CultureInfo.CurrentUICulture = await PostLanguage.OfAsync(session, channel);
        await session.ExecuteAsync(
            "INSERT INTO reports (id, channel, at, what) VALUES (@id, @channel, @at, @what) ON CONFLICT (id) DO NOTHING",
            new { id, channel, at = Dates.ToMilliseconds(now), what = Report.Write(report) });
        foreach (var teacher in await ToldTeachers.OfAsync(session, channel))
        {
            var notice = CreateNotice(report.Describe(), teacher.Place);
            await OutboxPost.CreateDue(PostId.OfNotice(id, teacher.Member), PostKinds.Report, teacher.Direct, notice, now, GiveUpAfter).AddAsync(session);
        }

        if (!await HasLineAsync(session, channel))
        {
            return;
        }

        var today = now.InUtc().Date;
        await OutboxPost.CreateDue(PostId.OfNote(channel, Dates.FormatIso(today)), PostKinds.Report, channel, Note(today), now, GiveUpAfter).AddAsync(session);
    }

    /// <summary>The latest reports of a channel, the newest first.</summary>
    public static async Task<IReadOnlyList<string>> ReadLatestAsync(Session session, string channel, Instant since, int most) =>
    [
        .. (await session.QueryAsync<string>(
            "SELECT what FROM reports WHERE channel = @channel AND at >= @since ORDER BY at DESC, id LIMIT @most",
            new { channel, since = Dates.ToMilliseconds(since), most })).Select(Report.Describe),
    ];

    private static async Task<bool> HasLineAsync(Session session, string channel) => await session.ReadFirstAsync<string>(
        "SELECT value FROM channel_settings WHERE channel = @channel AND name = @Notes", new { channel, ChannelSettings.Notes }) != "off";

    private static ChatReply CreateNotice(string what, string place) => ChatReply.Answer(
        new TextBlock(what),
        new TextBlock(place.Length > 0 ? PostingTexts.FormatNoticeAbout(place, NotifyOff) : PostingTexts.FormatNoticeAboutChannel(NotifyOff)));

    // The line in the channel. It does not say what went wrong, and notifies no one. The day makes each line different from the next.
    private static ChatReply Note(LocalDate day) => ChatReply.Answer(
        new TextBlock(PostingTexts.FormatNote(Dates.FormatDay(day), "debate list")));
}
