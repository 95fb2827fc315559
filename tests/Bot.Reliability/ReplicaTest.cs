using System.Diagnostics;
using Bot.Seminar.DailyDebates.Schedules;
using Bot.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bot.Reliability;

/// <summary>
/// Three programs with one PostgreSQL server, many schedules due at the same time, and one program killed while they post. With more kills, it repeats this
/// in rounds, each with new schedules and a new program for the killed one.
/// </summary>
internal static class ReplicaTest
{
    private const int Replicas = 3;
    private const int MaxPauseMs = 30;
    private static readonly TimeSpan Nonces = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PostingTimeout = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan RoundTimeout = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(Options options)
    {
        var (server, count, kills) = (options.Text("postgresql", ""), (int)options.Number("schedules", 200), (int)options.Number("kills", 1));
        if (server.Length == 0)
        {
            Console.Error.WriteLine("Name a server with --postgresql; .ci/postgresql starts one.");
            return 2;
        }

        var (perRound, seed) = (count / kills, (int)options.Number("seed", 1));
        if (perRound == 0)
        {
            Console.Error.WriteLine("Give at least one schedule for each kill with --schedules.");
            return 2;
        }

        count = perRound * kills;
        var chance = new Random(seed);
        await using var home = await TestHome.MakeAsync(server);
        await using var platforms = await LoopbackPlatforms.StartAsync(seed, TimeProvider.System, Nonces, calm: 2);
        string[] place = [.. home.Place, .. platforms.Place, "--clock", "real"];
        await using var services = SeminarOnLoopback.Build(Options.Of(place), TimeProvider.System, "00:00:06");
        var (store, database) = (services.GetRequiredService<ScheduleStore>(), services.GetRequiredService<Database>());

        var watch = Stopwatch.StartNew();
        var children = await Task.WhenAll(Enumerable.Range(0, Replicas).Select(_ => StartAsync(place)));
        for (var kill = 1; kill <= kills; kill++)
        {
            await AddSchedulesAsync(store, platforms, (kill - 1) * perRound, perRound);
            var until = platforms.Requests + 1 + chance.Next(perRound * 2);
            await UntilAsync(() => Task.FromResult(platforms.Requests >= until), RoundTimeout);
            await Task.Delay(chance.Next(MaxPauseMs));
            var victim = chance.Next(Replicas);
            await children[victim].KillAsync();
            children[victim].Dispose();
            children[victim] = await StartAsync(place);
            if (kill % 10 == 0)
            {
                Console.Error.WriteLine($"{kill} kills, {platforms.Standing.Count} messages, {watch.Elapsed.TotalSeconds:F0} s");
            }
        }

        await UntilAsync(async () => await PostedAsync(database) >= count, PostingTimeout);
        var elapsed = watch.Elapsed;
        foreach (var child in children)
        {
            await child.KillAsync();
            child.Dispose();
        }

        var posted = await PostedAsync(database);
        await platforms.UntilQuietAsync();
        var standing = platforms.Standing;
        var doubled = standing.CountBy(post => post.Key).Count(key => key.Value > 1);
        var lost = count - standing.Where(post => post.Thread.Length == 0).Select(post => post.Channel).Distinct().Count();
        Console.WriteLine(
            $"""
            {Replicas} replicas, {kills} kills; {count} schedules, {perRound} due at once, done after {elapsed.TotalSeconds:F1} s; seed {seed}
            Posted, and known to the database with their ids: {posted}
            Lost: {lost}
            Doubled: {doubled}
            Trouble on the way: {platforms.FaultsInWords}
            """);
        return lost == 0 && doubled == 0 && posted == count ? 0 : 1;
    }

    private static async Task<ChildProcess> StartAsync(string[] place)
    {
        var child = await ChildProcess.StartAsync(place);
        child.Tell("go");
        return child;
    }

    private static async Task AddSchedulesAsync(ScheduleStore store, LoopbackPlatforms platforms, int first, int count)
    {
        var due = Dates.Now(TimeProvider.System);
        var rule = new ScheduleRule(due.InUtc().TimeOfDay, DateTimeZone.Utc, ScheduleDays.Daily);
        foreach (var channel in Enumerable.Range(first, count))
        {
            await store.AddAsync(platforms.OnEither(channel), rule, [], "", new Occurrence(due.InUtc().Date, due), CancellationToken.None);
        }
    }

    private static async Task<long> PostedAsync(Database database) => await database.ReadAsync(
        session => session.ReadFirstAsync<long>("SELECT count(*) FROM posts WHERE state = 'posted' AND kind = 'debate' AND message <> ''"), CancellationToken.None);

    private static async Task UntilAsync(Func<Task<bool>> isSo, TimeSpan timeout)
    {
        for (var watch = Stopwatch.StartNew(); !await isSo() && watch.Elapsed < timeout;)
        {
            await Task.Delay(20);
        }
    }
}
