using Bot.Seminar.Posting;
using Bot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Reliability;

/// <summary>Compares what the database says with what stands in the channels.</summary>
internal static class CrashReport
{
    /// <summary>Prints it.</summary>
    /// <returns>0 where each message stands once in its channel, no day is left out, and the database knows it.</returns>
    public static async Task<int> PrintAsync(string[] place, LoopbackPlatform platform)
    {
        await using var services = SeminarOnLoopback.Build(Options.Of(place), TimeProvider.System, "00:01:00");
        var database = services.GetRequiredService<Database>();
        var posts = await database.ReadAsync(session => session.QueryAsync<Post>("SELECT id, kind, state, message FROM posts"), CancellationToken.None);
        var days = await database.ReadAsync(
            session => session.QueryAsync<Days>(
                """
                SELECT schedule, min(date) AS first, max(date) AS last, count(*) AS claimed, CAST(sum(CASE WHEN outcome = 'missed' THEN 1 ELSE 0 END) AS BIGINT) AS missed
                FROM debates GROUP BY schedule
                """),
            CancellationToken.None);
        var standing = platform.Messages.CountBy(message => message.Key).ToDictionary();

        // Given up counts as reported, apart; unless it stands there after all, for then the report is wrong.
        var due = posts.Where(post => post.State != OutboxPost.GivenUp).ToList();
        var lost = due.Count(post => !standing.ContainsKey(post.Id)) + days.Sum(schedule => schedule.Wanted - schedule.Claimed);
        var doubled = standing.Values.Count(count => count > 1) + posts.Count(post => post.State == OutboxPost.GivenUp && standing.ContainsKey(post.Id));
        var reported = posts.Count - due.Count + days.Sum(schedule => schedule.Missed);
        var known = posts.Count(post => post.State == OutboxPost.Posted && post.Message.Length > 0);
        Console.WriteLine(
            $"""
            Days: {days.Sum(schedule => schedule.Wanted)}, of {days.Count} channels
            Messages that were due: {posts.Count} ({posts.Count(post => post.Kind == PostKinds.Debate)} debates, {posts.Count(post => post.Kind == PostKinds.Closing)} results of votes)
            Of which the database knows the id: {known}
            Lost: {lost}
            Doubled: {doubled}
            Left out, and reported: {reported}
            Trouble made by the platform: {string.Join(", ", platform.Troubles.OrderBy(trouble => trouble.Key).Select(trouble => $"{trouble.Key} {trouble.Value}"))}
            """);
        return lost == 0 && doubled == 0 && reported == 0 && known == posts.Count && posts.Count > 0 ? 0 : 1;
    }

    private sealed record Post
    {
        public string Id { get; init; } = "";

        public string Kind { get; init; } = "";

        public string State { get; init; } = "";

        public string Message { get; init; } = "";
    }

    private sealed record Days
    {
        public string First { get; init; } = "";

        public string Last { get; init; } = "";

        public long Claimed { get; init; }

        public long Missed { get; init; }

        /// <summary>A debate each day, from the first one to the last.</summary>
        public long Wanted => DateOnly.Parse(Last).DayNumber - DateOnly.Parse(First).DayNumber + 1;
    }
}
