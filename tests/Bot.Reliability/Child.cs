using System.Globalization;
using Bot.Seminar.DailyDebates;
using Bot.Seminar.DailyDebates.Posting;
using Bot.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bot.Reliability;

/// <summary>The program that is killed. It does the host's work in cycles.</summary>
internal static class Child
{
    /// <summary>The prefix of the child's message about the next position of its clock.</summary>
    public const string Leap = "ahead ";

    private static readonly TimeSpan BetweenTurns = TimeSpan.FromMilliseconds(5);

    public static async Task<int> RunAsync(Options options)
    {
        var isReal = options.Text("clock", "") == "real";
        var time = new MovedTime(TimeSpan.FromMilliseconds(options.Number("ahead", 0)));
        await using var services = SeminarOnLoopback.Build(options, time, isReal ? "00:00:06" : "00:01:00");
        await services.GetRequiredService<DebateScheduler>().FindNextAsync(CancellationToken.None);
        Console.WriteLine("ready");
        switch (await Console.In.ReadLineAsync())
        {
            case "go" when isReal:
                await TurnOnAsync(services);
                break;
            case "go":
                await LeapAsync(services, time, scheduler => scheduler.FindNextAsync(CancellationToken.None));
                break;
            case "finish":
                await LeapAsync(services, time, _ => services.GetRequiredService<OutboxStore>().FindNextAsync(CancellationToken.None));
                Console.WriteLine("finished");
                break;
        }

        return 0;
    }

    private static async Task TurnOnAsync(ServiceProvider services)
    {
        for (var scheduler = services.GetRequiredService<DebateScheduler>(); ; await Task.Delay(BetweenTurns))
        {
            await RunOnceAsync(scheduler);
        }
    }

    // Between two cycles this program does nothing, so its clock can skip to the next event: a debate, a postponed message, or the end of a lease. It
    // announces the skip first: the platforms' clocks move first, and the program after a kill continues from there.
    private static async Task LeapAsync(ServiceProvider services, MovedTime time, Func<DebateScheduler, Task<Instant?>> nextAsync)
    {
        var scheduler = services.GetRequiredService<DebateScheduler>();
        while (true)
        {
            await RunOnceAsync(scheduler);
            if (await nextAsync(scheduler) is not { } next)
            {
                return;
            }

            if (next.ToDateTimeOffset() - time.GetUtcNow() is { Ticks: > 0 } gap)
            {
                var ahead = (long)Math.Ceiling((time.Ahead + gap).TotalMilliseconds);
                Console.WriteLine($"{Leap}{ahead.ToString(CultureInfo.InvariantCulture)}");
                await Console.In.ReadLineAsync();
                time.Ahead = TimeSpan.FromMilliseconds(ahead);
            }
        }
    }

    // Like the host: without the database, the next cycle tries again.
    private static async Task RunOnceAsync(DebateScheduler scheduler)
    {
        try
        {
            await scheduler.RunOnceAsync(CancellationToken.None);
        }
        catch (DatabaseUnavailableException unavailable)
        {
            Console.WriteLine("paused");
            await Console.Error.WriteLineAsync(unavailable.ToString());
        }
    }
}

/// <summary>The clock of this machine, moved ahead: days pass in milliseconds.</summary>
internal sealed class MovedTime(TimeSpan ahead) : TimeProvider
{
    public TimeSpan Ahead { get; set; } = ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
