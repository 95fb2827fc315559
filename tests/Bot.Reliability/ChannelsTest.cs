using System.Diagnostics;
using Bot.Seminar.DailyDebates;
using Bot.Seminar.DailyDebates.Schedules;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bot.Reliability;

/// <summary>Many channels in one database: the cost of a cycle with no due debates, and with many.</summary>
internal static class ChannelsTest
{
    private const int IdleTurns = 200;
    private const int FewDue = 10;
    private static readonly TimeSpan Nonces = TimeSpan.FromSeconds(45);
    private static readonly Duration Apart = Duration.FromHours(1);

    public static async Task<int> RunAsync(Options options)
    {
        var (count, many) = ((int)options.Number("channels", 10_000), (int)options.Number("due", 500));
        await using var home = await TestHome.MakeAsync(options.Text("postgresql", ""));
        var time = new MovedTime(TimeSpan.Zero);
        await using var platforms = await LoopbackPlatforms.StartAsync(seed: 1, time, Nonces);
        await using var services = SeminarOnLoopback.Build(Options.Of([.. home.Place, .. platforms.Place]), time, "00:01:00");
        var start = Dates.Now(time);
        var watch = Stopwatch.StartNew();
        await MakeSchedulesAsync(services, start, count, many);
        Console.WriteLine($"Schedules: {count}, made in {watch.Elapsed.TotalSeconds:F0} s");

        var scheduler = services.GetRequiredService<DebateScheduler>();
        var turns = new List<double>();
        for (var turn = 0; turn < IdleTurns; turn++)
        {
            watch.Restart();
            await scheduler.RunOnceAsync(CancellationToken.None);
            turns.Add(watch.Elapsed.TotalMilliseconds);
        }

        turns.Sort();
        Console.WriteLine($"A cycle with nothing due: {turns[IdleTurns / 2]:F1} ms (median of {IdleTurns}), {turns[IdleTurns * 95 / 100]:F1} ms (95 of 100)");
        Console.WriteLine($"{FewDue} due at once: posted after {await PostedAsync(scheduler, time, start + Apart):F1} s");
        Console.WriteLine($"{many} due at once: posted after {await PostedAsync(scheduler, time, start + (Apart * 2)):F1} s");
        return platforms.Standing.Count == FewDue + many ? 0 : 1;
    }

    // The clock does not move during the work, except to skip the waits after lost answers.
    private static async Task<double> PostedAsync(DebateScheduler scheduler, MovedTime time, Instant due)
    {
        var watch = Stopwatch.StartNew();
        for (Instant? next = due; next < due + Apart / 2; next = await scheduler.FindNextAsync(CancellationToken.None))
        {
            time.Ahead += Duration.Max(next.Value - Dates.Now(time), Duration.Zero).ToTimeSpan();
            await scheduler.RunOnceAsync(CancellationToken.None);
        }

        return watch.Elapsed.TotalSeconds;
    }

    private static async Task MakeSchedulesAsync(ServiceProvider services, Instant start, int count, int many)
    {
        var store = services.GetRequiredService<ScheduleStore>();
        for (var channel = 0; channel < count; channel++)
        {
            var due = start + (channel < FewDue ? Apart : channel < FewDue + many ? Apart * 2 : Apart * 6);
            var rule = new ScheduleRule(due.InUtc().TimeOfDay, DateTimeZone.Utc, ScheduleDays.Daily);
            await store.AddAsync(LoopbackPlatforms.OnDiscord(channel), rule, [], "", new Occurrence(due.InUtc().Date, due), CancellationToken.None);
        }
    }
}
