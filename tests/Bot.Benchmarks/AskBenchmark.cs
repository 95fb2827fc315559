using BenchmarkDotNet.Attributes;
using Bot.Evaluation.Product;
using Bot.Library.Readings.Folders;
using Bot.Testing;

namespace Bot.Benchmarks;

/// <summary>The time of one command with the shipped readings, from command to reply.</summary>
[MemoryDiagnoser]
public class AskBenchmark
{
    private static readonly string[] Questions =
    [
        "Have sanctions worked?", "Why did the Agreed Framework fail?", "What does China want?", "Who should talk first?",
        "What would a freeze cost?", "Does pressure need dialogue?", "How many weapons are there?", "Can past agreements teach anything?",
    ];

    private SeminarUnderTest? full;
    private SeminarUnderTest? quick;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        var readings = ReadingFolder.Load(Path.Combine(Repository.Root, "seeds")).Readings;
        var index = await EmbeddedIndex.BuildAsync(readings, CancellationToken.None);
        full = new SeminarUnderTest(readings, index, secondStage: ProductModels.SecondStage);
        quick = new SeminarUnderTest(readings, index, secondStage: new NoSecondStage());
    }

    /// <summary><c>ask</c> with the second stage.</summary>
    [Benchmark(Description = "ask", OperationsPerInvoke = 8)]
    public Task<int> AskAsync() => RunAsync(full!, "ask");

    /// <summary><c>ask</c> without it.</summary>
    [Benchmark(Description = "ask, no second stage", OperationsPerInvoke = 8)]
    public Task<int> AskQuicklyAsync() => RunAsync(quick!, "ask");

    /// <summary><c>find</c>.</summary>
    [Benchmark(Description = "find", OperationsPerInvoke = 8)]
    public Task<int> FindAsync() => RunAsync(full!, "find");

    // Asks every question once; the time is the mean of one question.
    private static async Task<int> RunAsync(SeminarUnderTest seminar, string command)
    {
        var quotes = 0;
        foreach (var question in Questions)
        {
            var reply = await seminar.AskAsync(command, question, reading: null, CancellationToken.None);
            quotes += reply.Quotes.Count();
        }

        return quotes;
    }
}
