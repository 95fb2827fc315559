using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Bot.Library.Lexicons;
using Bot.Library.Search;

namespace Bot.Benchmarks;

/// <summary>How long 10 MB of texts take until the first question can be asked.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 5)]
public class IndexBenchmark
{
    private readonly GeneratedReadings readings = GeneratedReadings.Create();

    /// <summary>From paragraphs to an index: sentences, terms, postings.</summary>
    [Benchmark(Description = "Index 1,000 readings")]
    public ReadingIndex Index() => ReadingIndex.Build(readings.Read(), Lexicon.Default);
}
