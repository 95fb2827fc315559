using System.Diagnostics;
using System.Globalization;

namespace Bot.Load;

/// <summary>
/// One member sends requests without a pause over several connections, while others ask at a steady rate. Measures the times of the others' questions, from
/// the planned time to the answer.
/// </summary>
internal static class GreedyRun
{
    private const int Connections = 8;
    private const int QuestionsEachSecond = 5;
    private const int WarmUp = 100;
    private const int FirstGreedy = 1_000_000;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public static async Task<GreedyFigures> RunAsync(IMembersLoad load, HostProcess host, TimeSpan span, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256, UseProxy = false }) { Timeout = LongestWait };
        for (var i = 0; i < WarmUp; i++)
        {
            await AskAsync(FirstGreedy - 1 - i, Stopwatch.GetTimestamp());
        }

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var (greedy, begin) = (FirstGreedy, Stopwatch.GetTimestamp());
        var flood = Enumerable.Range(0, Connections).Select(_ => Task.Run(() => FloodAsync(enough.Token), CancellationToken.None)).ToList();
        var questions = new List<Task<TimeSpan>>();
        for (var i = 0; i < QuestionsEachSecond * span.TotalSeconds; i++)
        {
            var due = begin + (i * Stopwatch.Frequency / QuestionsEachSecond);
            while (Stopwatch.GetTimestamp() < due)
            {
                await Task.Delay(1, cancellationToken);
            }

            questions.Add(AskAsync(i, due));
        }

        var times = await Task.WhenAll(questions);
        var length = Stopwatch.GetElapsedTime(begin);
        await enough.CancelAsync();
        await Task.WhenAll(flood);
        return new GreedyFigures([.. times.Order()], greedy - FirstGreedy, length);

        async Task FloodAsync(CancellationToken end)
        {
            while (!end.IsCancellationRequested)
            {
                var number = Interlocked.Increment(ref greedy);
                await SendAsync(load.Greedy(host.Address, number), number);
            }
        }

        async Task<TimeSpan> AskAsync(int number, long due)
        {
            await SendAsync(load.Request(host.Address, number), number);
            while (!load.IsAnswered(number) && Stopwatch.GetElapsedTime(due) < LongestWait)
            {
                await Task.Delay(5, cancellationToken);
            }

            return Stopwatch.GetElapsedTime(due);
        }

        async Task SendAsync(HttpRequestMessage message, int number)
        {
            using var request = message;
            using var response = await client.SendAsync(request, cancellationToken);
            load.Take(number, await response.Content.ReadAsStringAsync(cancellationToken));
        }
    }
}

/// <summary>The result of a run.</summary>
/// <param name="Times">The times of the others' questions, ascending.</param>
/// <param name="Greedy">The number of the greedy member's requests.</param>
/// <param name="Length">The length of the run.</param>
internal sealed record GreedyFigures(IReadOnlyList<TimeSpan> Times, int Greedy, TimeSpan Length)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>Whether 99 of 100 questions were answered in time.</summary>
    public bool IsGood => At(0.99) < Longest;

    /// <summary>The figures, a line each.</summary>
    public string Describe() => string.Create(CultureInfo.InvariantCulture, $"""
        one member {Greedy} requests, {Greedy / Length.TotalSeconds:0} a second
        others     {Times.Count} questions in {Length.TotalSeconds:0.0} s
        times      p50 {At(0.5).TotalMilliseconds:0} ms, p95 {At(0.95).TotalMilliseconds:0} ms, p99 {At(0.99).TotalMilliseconds:0} ms, longest {Times[^1].TotalMilliseconds:0} ms

        """);

    private TimeSpan At(double share) => Times[(int)Math.Min(Times.Count - 1, Math.Ceiling(share * Times.Count) - 1)];
}
