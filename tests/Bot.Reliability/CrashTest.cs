using System.Diagnostics;
using System.Globalization;
using Bot.Seminar.DailyDebates.Schedules;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bot.Reliability;

/// <summary>Kills the program at a random moment while it posts, starts it again, and counts what is in the channels.</summary>
internal static class CrashTest
{
    private const int Channels = 40;
    private const int MostRequests = 60;
    private const int LongestPauseMs = 30;
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(30);

    // Longer than the adapter repeats a call, shorter than a lease.
    private static readonly TimeSpan Nonces = TimeSpan.FromSeconds(45);

    public static async Task<int> RunAsync(Options options)
    {
        var (rounds, seed) = (options.Number("rounds", 1000), (int)options.Number("seed", 1));
        var chance = new Random(seed);
        await using var home = await TestHome.MakeAsync(options.Text("postgresql", ""));
        var time = new MovedTime(TimeSpan.Zero);
        await using var platforms = await LoopbackPlatforms.StartAsync(seed, time, Nonces, options.Text("forums", "no") == "yes");
        string[] place = [.. home.Place, .. platforms.Place];
        await MakeSchedulesAsync(place, platforms);

        var watch = Stopwatch.StartNew();
        var pauses = 0;
        for (var kills = 1; kills <= rounds; kills++)
        {
            using var child = await StartAsync();
            var hearing = child.HearAsync(line => Heed(child, line));
            child.Tell("go");
            await DeathAsync(platforms, hearing, chance.Next(MostRequests), chance.Next(LongestPauseMs));
            await child.KillAsync();
            await hearing;
            await platforms.UntilQuietAsync();
            if (kills % 10 == 0)
            {
                Console.Error.WriteLine($"{kills} kills, {platforms.Standing.Count} messages, {watch.Elapsed.TotalSeconds:F0} s");
            }
        }

        // The last child runs until the outbox is empty.
        using (var child = await StartAsync())
        {
            child.Tell("finish");
            await child.HearAsync(line => Heed(child, line));
            await child.EndAsync();
        }

        Console.WriteLine($"Kills: {rounds}, in {watch.Elapsed.TotalMinutes:F1} minutes; {(options.Text("postgresql", "").Length > 0 ? "PostgreSQL" : "SQLite")}; seed {seed}");
        Console.WriteLine($"Cycles without the database: {pauses}");
        return await CrashReport.PrintAsync(place, platforms);

        Task<ChildProcess> StartAsync() =>
            ChildProcess.StartAsync([.. place, "--ahead", time.Ahead.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture)]);

        // The platforms' clock follows the program's: it moves before the program's does.
        void Heed(ChildProcess child, string line)
        {
            pauses += line == "paused" ? 1 : 0;
            if (line.StartsWith(Child.Leap, StringComparison.Ordinal))
            {
                time.Ahead = TimeSpan.FromMilliseconds(long.Parse(line[Child.Leap.Length..], CultureInfo.InvariantCulture));
                child.Tell("leapt");
            }
        }
    }

    // At a random time during posting: after a few requests, and then after a random pause.
    private static async Task DeathAsync(LoopbackPlatforms platforms, Task ending, int requests, int pauseMs)
    {
        var until = platforms.Requests + requests;
        for (var watch = Stopwatch.StartNew(); platforms.Requests < until && !ending.IsCompleted && watch.Elapsed < LongestLife;)
        {
            await Task.Delay(1);
        }

        await Task.Delay(pauseMs);
    }

    private static async Task MakeSchedulesAsync(string[] place, LoopbackPlatforms platforms)
    {
        await using var services = SeminarOnLoopback.Build(Options.Of(place), TimeProvider.System, "00:01:00");
        var store = services.GetRequiredService<ScheduleStore>();
        var now = Dates.Now(TimeProvider.System);
        var rule = new ScheduleRule(now.InUtc().TimeOfDay.PlusSeconds(-60), DateTimeZone.Utc, ScheduleDays.Daily);
        for (var channel = 0; channel < Channels; channel++)
        {
            await store.AddAsync(platforms.OnEither(channel), rule, [], "", rule.FindAfter(now, _ => false), CancellationToken.None);
        }
    }
}
