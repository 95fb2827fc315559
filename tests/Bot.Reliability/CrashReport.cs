using Bot.Seminar.DailyDebates.Posting;
using Bot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Reliability;

/// <summary>Compares the database with the channels.</summary>
internal static class CrashReport
{
    private const int MostComplaints = 10;

    /// <summary>Prints the comparison.</summary>
    /// <returns>
    /// 0 if each message exists once, each result is in the thread of its debate, no day is missing, and the database knows the message's id.
    /// </returns>
    public static async Task<int> PrintAsync(string[] place, LoopbackPlatforms platforms)
    {
        await using var services = SeminarOnLoopback.Build(Options.Of(place), TimeProvider.System, "00:01:00");
        var database = services.GetRequiredService<Database>();
        var posts = await database.ReadAsync(session => session.QueryAsync<Post>("SELECT id, kind, debate, state, message, thread, why FROM posts"), CancellationToken.None);
        var days = await database.ReadAsync(
            session => session.QueryAsync<Days>(
                """
                SELECT schedule, min(date) AS first, max(date) AS last, count(*) AS claimed, CAST(sum(CASE WHEN outcome = 'missed' THEN 1 ELSE 0 END) AS BIGINT) AS missed
                FROM debates GROUP BY schedule
                """),
            CancellationToken.None);
        var standing = platforms.Standing.ToLookup(post => post.Key);

        // Given-up posts were reported, so they count separately; unless they exist after all, because then the report is wrong.
        var due = posts.Where(post => post.State != OutboxPost.GivenUp).ToList();
        var lost = due.Count(post => !standing.Contains(post.Id)) + days.Sum(schedule => schedule.Wanted - schedule.Claimed);
        var doubled = standing.Count(key => key.Count() > 1) + posts.Count(post => post.State == OutboxPost.GivenUp && standing.Contains(post.Id));
        var reported = posts.Count - due.Count + days.Sum(schedule => schedule.Missed);
        var known = posts.Count(post => post.State == OutboxPost.Posted && standing[post.Id].Any(there => there.Id == post.Message));
        var debates = posts.Where(post => post.Kind == PostKinds.Debate).ToDictionary(post => post.Id);
        var threadless = debates.Values.Count(debate => debate is { State: OutboxPost.Posted, Thread: "", Why.Length: > 0 });
        var astray = posts.Count(post => post.Kind == PostKinds.Closing && debates[post.Debate] is var debate
            && !(debate is { Thread: "", Why.Length: > 0 }) && standing[post.Id].Any(there => there.Thread != debate.Message));
        Console.WriteLine(
            $"""
            Days: {days.Sum(schedule => schedule.Wanted)}, of {days.Count} channels
            Messages that were due: {posts.Count} ({debates.Count} debates, {posts.Count(post => post.Kind == PostKinds.Closing)} results of votes)
            Of which the database knows the id: {known}
            Lost: {lost}
            Doubled: {doubled}
            Left out, and reported: {reported}
            Results beside the thread of their debate: {astray}
            Debates that got no thread, as the database says: {threadless}
            Trouble on the way: {platforms.FaultsInWords}
            """);
        foreach (var complaint in platforms.Complaints.Distinct().Take(MostComplaints))
        {
            Console.WriteLine($"A platform refused: {complaint}");
        }

        return lost + doubled + reported + astray + platforms.Complaints.Count == 0 && known == posts.Count && posts.Count > 0 ? 0 : 1;
    }

    private sealed record Post
    {
        public string Id { get; init; } = "";

        public string Kind { get; init; } = "";

        public string Debate { get; init; } = "";

        public string State { get; init; } = "";

        public string Message { get; init; } = "";

        public string Thread { get; init; } = "";

        public string Why { get; init; } = "";
    }

    private sealed record Days
    {
        public string First { get; init; } = "";

        public string Last { get; init; } = "";

        public long Claimed { get; init; }

        public long Missed { get; init; }

        /// <summary>The expected number of debates, one each day from the first to the last.</summary>
        public long Wanted => DateOnly.Parse(Last).DayNumber - DateOnly.Parse(First).DayNumber + 1;
    }
}
