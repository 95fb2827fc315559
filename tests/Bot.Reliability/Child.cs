using System.Globalization;
using Bot.Seminar.Posting;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Reliability;

/// <summary>The program that is killed. It does what the host does, turn after turn, and says when a day's debates all stand.</summary>
internal static class Child
{
    private static readonly TimeSpan BetweenTurns = TimeSpan.FromMilliseconds(5);

    public static async Task<int> RunAsync(Options options)
    {
        var isReal = options.Text("clock", "") == "real";
        var time = new MovedTime(isReal ? TimeSpan.Zero : TimeSpan.FromSeconds(double.Parse(options.Text("ahead", "0"), CultureInfo.InvariantCulture)));
        await using var services = SeminarOnLoopback.Build(options, time, isReal ? "00:00:03" : "00:00:01");
        var clockwork = services.GetRequiredService<DebateClockwork>();
        await clockwork.NextAsync(CancellationToken.None);
        Console.WriteLine("ready");
        while (await Console.In.ReadLineAsync() is { } order)
        {
            if (order.StartsWith("ahead ", StringComparison.Ordinal))
            {
                time.Ahead = TimeSpan.FromSeconds(double.Parse(order["ahead ".Length..], CultureInfo.InvariantCulture));
            }

            do
            {
                await clockwork.TurnAsync(CancellationToken.None);
                await Task.Delay(BetweenTurns);
            }
            while (isReal || await clockwork.NextAsync(CancellationToken.None) is { } next && next.ToDateTimeOffset() <= time.GetUtcNow().AddHours(1));
            Console.WriteLine("idle");
        }

        return 0;
    }
}

/// <summary>The clock of this machine, moved ahead: days pass in milliseconds.</summary>
internal sealed class MovedTime(TimeSpan ahead) : TimeProvider
{
    public TimeSpan Ahead { get; set; } = ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
