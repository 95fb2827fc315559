using System.Diagnostics;

namespace Bot.Evaluation.Metrics;

/// <summary>Measures the times of queries.</summary>
internal sealed class Latency
{
    private readonly List<TimeSpan> times = [];

    /// <summary>Runs a query and records its time.</summary>
    public T Measure<T>(Func<T> query)
    {
        var start = Stopwatch.GetTimestamp();
        var result = query();
        times.Add(Stopwatch.GetElapsedTime(start));
        return result;
    }

    /// <summary>Runs a query and records its time.</summary>
    public async Task<T> MeasureAsync<T>(Func<Task<T>> query)
    {
        var start = Stopwatch.GetTimestamp();
        var result = await query();
        times.Add(Stopwatch.GetElapsedTime(start));
        return result;
    }

    /// <summary>The percentile of the times, by the nearest-rank method; zero before the first query.</summary>
    /// <param name="share">Above 0, at most 1: 0.5 is the median.</param>
    public TimeSpan Percentile(double share) => Percentile(times, share);

    internal static TimeSpan Percentile(IReadOnlyCollection<TimeSpan> times, double share) =>
        times.Count == 0 ? TimeSpan.Zero : times.Order().ElementAt((int)Math.Ceiling(share * times.Count) - 1);
}
