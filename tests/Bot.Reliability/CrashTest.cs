using System.Diagnostics;
using System.Globalization;
using Bot.Seminar.Schedules;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bot.Reliability;

/// <summary>Kills the program at a random moment while it posts, starts it again, and counts what stands in the channels.</summary>
internal static class CrashTest
{
    private const int Channels = 40;
    private const int MostRequests = 100;
    private const int LongestPauseMs = 30;
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(Options options)
    {
        var (rounds, seed) = (options.Number("rounds", 1000), (int)options.Number("seed", 1));
        var chance = new Random(seed);
        await using var home = await TestHome.MakeAsync(options.Text("postgresql", ""));
        await using var platform = await LoopbackPlatform.StartAsync(seed);
        string[] place = [.. home.Place, "--platform", platform.Address];
        await MakeSchedulesAsync(place);

        var watch = Stopwatch.StartNew();
        var (ahead, pauses) = ("0", 0);
        for (var kills = 1; kills <= rounds; kills++)
        {
            using var child = await ChildProcess.StartAsync([.. place, "--ahead", ahead]);
            var says = child.SaysAsync();
            child.Tell("go");
            await DeathAsync(platform, says, chance.Next(MostRequests), chance.Next(LongestPauseMs));
            await child.KillAsync();
            var said = await says;
            ahead = LastLeap(said) ?? ahead;
            pauses += said.Count(line => line == "paused");
            await platform.UntilQuietAsync();
            if (kills % 100 == 0)
            {
                Console.Error.WriteLine($"{kills} kills, {platform.Messages.Count} messages, {watch.Elapsed.TotalSeconds:F0} s");
            }
        }

        // The last one lives until the outbox is empty.
        using (var child = await ChildProcess.StartAsync([.. place, "--ahead", ahead]))
        {
            child.Tell("finish");
            await child.SaysAsync();
            await child.EndAsync();
        }

        Console.WriteLine($"Kills: {rounds}, in {watch.Elapsed.TotalMinutes:F1} minutes; {(options.Text("postgresql", "").Length > 0 ? "PostgreSQL" : "SQLite")}; seed {seed}");
        Console.WriteLine($"Turns that found the database out of use: {pauses}");
        return await CrashReport.PrintAsync(place, platform);
    }

    // At a random moment of the posting: a few requests on, and then anywhere between that request and the next ones.
    private static async Task DeathAsync(LoopbackPlatform platform, Task ending, int requests, int pauseMs)
    {
        var until = platform.Requests + requests;
        for (var watch = Stopwatch.StartNew(); platform.Requests < until && !ending.IsCompleted && watch.Elapsed < LongestLife;)
        {
            await Task.Delay(1);
        }

        await Task.Delay(pauseMs);
    }

    private static string? LastLeap(IReadOnlyList<string> said) =>
        said.LastOrDefault(line => line.StartsWith("ahead ", StringComparison.Ordinal))?["ahead ".Length..];

    private static async Task MakeSchedulesAsync(string[] place)
    {
        await using var services = SeminarOnLoopback.Build(Options.Of(place), TimeProvider.System, "00:01:00");
        var store = services.GetRequiredService<ScheduleStore>();
        var now = Dates.Now(TimeProvider.System);
        var rule = new ScheduleRule(now.InUtc().TimeOfDay.PlusSeconds(-60), DateTimeZone.Utc, ScheduleDays.Daily);
        for (var channel = 0; channel < Channels; channel++)
        {
            await store.AddAsync(
                string.Create(CultureInfo.InvariantCulture, $"loopback/x/c{channel}"), rule, [], rule.After(now, _ => false), CancellationToken.None);
        }
    }
}
