using System.Diagnostics;
using Bot.Seminar.DailyDebates.Schedules;
using Bot.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bot.Reliability;

/// <summary>Three programs on one PostgreSQL, many schedules due in the same minute, and one of the programs killed in the middle.</summary>
internal static class ReplicaTest
{
    private const int Replicas = 3;
    private static readonly TimeSpan Nonces = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    public static async Task<int> RunAsync(Options options)
    {
        var (server, count) = (options.Text("postgresql", ""), (int)options.Number("schedules", 200));
        if (server.Length == 0)
        {
            Console.Error.WriteLine("Name a server with --postgresql; .ci/postgresql starts one.");
            return 2;
        }

        await using var home = await TestHome.MakeAsync(server);
        await using var platforms = await LoopbackPlatforms.StartAsync((int)options.Number("seed", 1), TimeProvider.System, Nonces, calm: 2);
        string[] place = [.. home.Place, .. platforms.Place, "--clock", "real"];
        await using var services = SeminarOnLoopback.Build(Options.Of(place), TimeProvider.System, "00:00:06");
        await MakeSchedulesAsync(services, platforms, count);

        var watch = Stopwatch.StartNew();
        var children = await Task.WhenAll(Enumerable.Range(0, Replicas).Select(_ => ChildProcess.StartAsync(place)));
        Array.ForEach(children, child => child.Tell("go"));
        await UntilAsync(() => Task.FromResult(platforms.Standing.Count(post => post.Thread.Length == 0) >= count / 4));
        await children[0].KillAsync();
        var database = services.GetRequiredService<Database>();
        await UntilAsync(async () => await PostedAsync(database) >= count);
        var elapsed = watch.Elapsed;
        foreach (var child in children.Skip(1))
        {
            await child.KillAsync();
        }

        Array.ForEach(children, child => child.Dispose());
        var posted = await PostedAsync(database);
        await platforms.UntilQuietAsync();
        var standing = platforms.Standing;
        var doubled = standing.CountBy(post => post.Key).Count(key => key.Value > 1);
        var lost = count - standing.Where(post => post.Thread.Length == 0).Select(post => post.Channel).Distinct().Count();
        Console.WriteLine(
            $"""
            {Replicas} replicas, one killed; {count} schedules due at once, done after {elapsed.TotalSeconds:F1} s
            Posted, and known to the database with their ids: {posted}
            Lost: {lost}
            Doubled: {doubled}
            """);
        return lost == 0 && doubled == 0 && posted == count ? 0 : 1;
    }

    private static async Task MakeSchedulesAsync(ServiceProvider services, LoopbackPlatforms platforms, int count)
    {
        var store = services.GetRequiredService<ScheduleStore>();
        var due = Dates.Now(TimeProvider.System) + Duration.FromSeconds(5);
        var rule = new ScheduleRule(due.InUtc().TimeOfDay, DateTimeZone.Utc, ScheduleDays.Daily);
        for (var channel = 0; channel < count; channel++)
        {
            await store.AddAsync(platforms.OnEither(channel), rule, [], "", new Occurrence(due.InUtc().Date, due), CancellationToken.None);
        }
    }

    private static async Task<long> PostedAsync(Database database) => await database.ReadAsync(
        session => session.FirstAsync<long>("SELECT count(*) FROM posts WHERE state = 'posted' AND kind = 'debate' AND message <> ''"), CancellationToken.None);

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var watch = Stopwatch.StartNew(); !await isSo() && watch.Elapsed < Timeout;)
        {
            await Task.Delay(20);
        }
    }
}
