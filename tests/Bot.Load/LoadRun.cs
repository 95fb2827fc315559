using System.Collections.Concurrent;
using System.Diagnostics;

namespace Bot.Load;

/// <summary>
/// Sends requests at a steady rate, even if earlier ones are not answered yet (open loop). A time starts when the request was planned, so that a late start
/// counts too.
/// </summary>
internal static class LoadRun
{
    // Half the rate, while the runtime compiles hot code.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public static async Task<LoadFigures> RunAsync(IPlatformLoad load, HostProcess host, int rate, TimeSpan span, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(30) };
        var outcomes = new ConcurrentQueue<(TimeSpan Elapsed, string Kind)>();
        await Task.WhenAll(await SendAllAsync(-1, (int)(rate / 2.0 * WarmUp.TotalSeconds), rate / 2.0));
        outcomes.Clear();
        var (memory, processor) = (host.Megabytes, host.ProcessorTime);
        var begin = Stopwatch.GetTimestamp();
        var sent = await SendAllAsync(1, (int)(rate * span.TotalSeconds), rate);
        await Task.WhenAll(sent);
        var length = Stopwatch.GetElapsedTime(begin);
        var missing = await MissingAsync(load, cancellationToken);
        return new LoadFigures([.. outcomes], load.Timeout, length, memory, host.Megabytes, host.ProcessorTime - processor) { Missing = missing };

        async Task<List<Task>> SendAllAsync(int sign, int count, double perSecond)
        {
            var begin = Stopwatch.GetTimestamp();
            var sent = new List<Task>(count);
            for (var i = 1; i <= count; i++)
            {
                var due = begin + (long)(i * Stopwatch.Frequency / perSecond);
                while (Stopwatch.GetTimestamp() < due)
                {
                    await Task.Delay(1, cancellationToken);
                }

                sent.Add(SendAsync(sign * i, due));
            }

            return sent;
        }

        async Task SendAsync(int number, long due)
        {
            string kind;
            try
            {
                using var request = load.Request(host.Address, Math.Abs(number));
                using var response = await client.SendAsync(request, cancellationToken);
                var body = await response.Content.ReadAsStringAsync(cancellationToken);
                kind = response.IsSuccessStatusCode ? load.Take(Math.Abs(number), body) : $"status {(int)response.StatusCode}";
            }
            catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                kind = "no answer";
            }

            outcomes.Enqueue((Stopwatch.GetElapsedTime(due), kind));
        }
    }

    // Waits for the later answers.
    private static async Task<int> MissingAsync(IPlatformLoad load, CancellationToken cancellationToken)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < LongestWait && load.Missing > 0;)
        {
            await Task.Delay(100, cancellationToken);
        }

        return load.Missing;
    }
}

/// <summary>The result of a run.</summary>
internal sealed record LoadFigures(
    IReadOnlyList<(TimeSpan Elapsed, string Kind)> Outcomes, TimeSpan Timeout, TimeSpan Length, double MegabytesBefore, double MegabytesAfter, TimeSpan ProcessorTime)
{
    /// <summary>The number of later answers that never arrived, including the warm-up's.</summary>
    public int Missing { get; init; }

    private int Misses => Outcomes.Count(outcome => outcome.Elapsed > Timeout || outcome.Kind == "no answer" || outcome.Kind.StartsWith("status", StringComparison.Ordinal));

    /// <summary>Whether every request was sent and answered.</summary>
    public bool IsGood => Misses + Missing == 0;

    /// <summary>The figures, a line each.</summary>
    public string Describe()
    {
        var times = Outcomes.Select(outcome => outcome.Elapsed.TotalMilliseconds).Order().ToList();
        var kinds = string.Join(", ", Outcomes.GroupBy(outcome => outcome.Kind).OrderByDescending(kind => kind.Count()).Select(kind => $"{kind.Key} {kind.Count()}"));
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"""
            requests   {Outcomes.Count} in {Length.TotalSeconds:0.0} s, {Outcomes.Count / Length.TotalSeconds:0} a second
            answers    {kinds}
            misses     {Misses} of {Timeout.TotalSeconds:0} s, {Missing} answers that never came
            times      p50 {At(times, 0.5):0.0} ms, p95 {At(times, 0.95):0.0} ms, p99 {At(times, 0.99):0.0} ms, longest {times[^1]:0.0} ms
            memory     {MegabytesBefore:0} MB before, {MegabytesAfter:0} MB after
            processor  {ProcessorTime.TotalSeconds:0.0} s of the host, {ProcessorTime / Length:0.00} processors on average

            """);
    }

    private static double At(List<double> sorted, double share) => sorted[(int)Math.Min(sorted.Count - 1, Math.Ceiling(share * sorted.Count) - 1)];
}
