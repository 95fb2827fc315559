using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Bot.Library.Embeddings;
using Bot.Library.Readings.Folders;
using Bot.Library.Retrieval;
using Bot.Testing;

namespace Bot.Benchmarks;

/// <summary>The time to index texts.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 5)]
public class IndexBenchmark : IDisposable
{
    private readonly GeneratedReadings readings = GeneratedReadings.Create();
    private readonly MiniLmEmbeddings model = new();
    private readonly List<string> sentences =
        [.. ReadingFolder.Load(Path.Combine(Repository.Root, "seeds")).Readings
            .SelectMany(reading => reading.Paragraphs)
            .SelectMany(paragraph => paragraph.Sentences.Select((_, i) => paragraph.Quote(i + 1, i + 1)))
            .Take(SentenceCount)];

    private const int SentenceCount = 250;

    public void Dispose()
    {
        model.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>From paragraphs to a lexical index: sentences, terms, postings.</summary>
    [Benchmark(Description = "index 10 MB by words")]
    public RetrievalIndex Index() => RetrievalIndex.Build(readings.Read());

    /// <summary>Embeds 250 sentences of the shipped readings, in the product's batches.</summary>
    [Benchmark(Description = "embed 250 sentences")]
    public async Task<int> EmbedAsync()
    {
        var made = 0;
        foreach (var batch in sentences.OrderBy(sentence => sentence.Length).Chunk(new EmbeddingOptions().BatchSize))
        {
            made += (await model.GenerateAsync(batch)).Count;
        }

        return made;
    }
}
