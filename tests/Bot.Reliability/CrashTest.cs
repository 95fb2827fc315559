using System.Diagnostics;
using Bot.Seminar.Schedules;
using Bot.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bot.Reliability;

/// <summary>Kills the program at a random moment while it posts, starts it again, and counts what stands in the channels.</summary>
internal static class CrashTest
{
    private const int Channels = 8;
    private const int MostRequests = 12;
    private const int LongestPauseMs = 30;
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    // In the child's time: what was under way when it died is over by then, and what was put off comes again.
    private static readonly TimeSpan Restart = TimeSpan.FromMinutes(5);

    public static async Task<int> RunAsync(Options options)
    {
        var (rounds, seed) = (options.Number("rounds", 1000), options.Number("seed", 1));
        var chance = new Random(seed);
        var folder = Directory.CreateTempSubdirectory("bot-crash-").FullName;
        await using var platform = await LoopbackPlatform.StartAsync(seed);
        string[] place = ["--folder", folder, "--postgresql", options.Text("postgresql", ""), "--platform", platform.Address];
        await MakeSchedulesAsync(place);

        var watch = Stopwatch.StartNew();
        var (kills, days, ahead) = (0, 1, Day);
        while (kills < rounds)
        {
            using var child = ChildProcess.Start([.. place, "--ahead", ChildProcess.Seconds(ahead)]);
            await child.SaysAsync();
            child.Tell("go");
            var dies = DeathAsync(platform, chance.Next(MostRequests), chance.Next(LongestPauseMs));
            while (await Task.WhenAny(child.SaysAsync(), dies) != dies)
            {
                (days, ahead) = (days + 1, ahead + Day);
                child.Tell($"ahead {ChildProcess.Seconds(ahead)}");
            }

            await child.KillAsync();
            (kills, ahead) = (kills + 1, ahead + Restart);
            if (kills % 100 == 0)
            {
                Console.Error.WriteLine($"{kills} kills, {days} days, {platform.Messages.Count} messages, {watch.Elapsed.TotalSeconds:F0} s");
            }
        }

        // The last one lives.
        using (var child = ChildProcess.Start([.. place, "--ahead", ChildProcess.Seconds(ahead)]))
        {
            await child.SaysAsync();
            child.Tell("go");
            await child.SaysAsync();
            await child.KillAsync();
        }

        return await ReportAsync(place, platform, kills, days, watch.Elapsed);
    }

    // At a random moment of the posting: a few requests on, and then anywhere between that request and the next ones.
    private static async Task DeathAsync(LoopbackPlatform platform, int requests, int pauseMs)
    {
        var until = platform.Requests + requests;
        for (var watch = Stopwatch.StartNew(); platform.Requests < until && watch.Elapsed < LongestLife;)
        {
            await Task.Delay(1);
        }

        await Task.Delay(pauseMs);
    }

    private static async Task MakeSchedulesAsync(string[] place)
    {
        await using var services = SeminarOnLoopback.Build(Options.Of(place), TimeProvider.System, "00:00:01");
        var store = services.GetRequiredService<ScheduleStore>();
        var now = Dates.Now(TimeProvider.System);
        var rule = new ScheduleRule(now.InUtc().TimeOfDay.PlusSeconds(-60), DateTimeZone.Utc, ScheduleDays.Daily);
        for (var channel = 0; channel < Channels; channel++)
        {
            await store.AddAsync($"loopback/x/c{channel}", rule, [], rule.After(now, _ => false), CancellationToken.None);
        }
    }

    private static async Task<int> ReportAsync(string[] place, LoopbackPlatform platform, int kills, int days, TimeSpan elapsed)
    {
        await using var services = SeminarOnLoopback.Build(Options.Of(place), TimeProvider.System, "00:00:01");
        var database = services.GetRequiredService<Database>();
        var posts = await database.ReadAsync(session => session.QueryAsync<Post>("SELECT id, kind, state, message FROM posts"), CancellationToken.None);
        var standing = platform.Messages.GroupBy(message => message.Key).ToDictionary(group => group.Key, group => group.Count());
        var doubled = standing.Values.Count(count => count > 1);
        var lost = posts.Count(post => !standing.ContainsKey(post.Id));
        var known = posts.Count(post => post.State == "posted" && post.Message.Length > 0);
        Console.WriteLine(
            $"""
            Kills: {kills}, in {elapsed.TotalMinutes:F1} minutes; {days} days of {Channels} channels
            Messages that were due: {posts.Count} ({posts.Count(post => post.Kind == "debate")} debates, the rest results of votes)
            Of which the database knows the id: {known}
            Lost: {lost}
            Doubled: {doubled}
            Trouble made by the platform: {string.Join(", ", platform.Troubles.OrderBy(trouble => trouble.Key).Select(trouble => $"{trouble.Key} {trouble.Value}"))}
            """);
        Directory.Delete(Options.Of(place).Text("folder", ""), recursive: true);
        return lost == 0 && doubled == 0 && known == posts.Count ? 0 : 1;
    }

    private sealed record Post
    {
        public string Id { get; init; } = "";

        public string Kind { get; init; } = "";

        public string State { get; init; } = "";

        public string Message { get; init; } = "";
    }
}
