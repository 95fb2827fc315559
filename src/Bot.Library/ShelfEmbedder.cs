using System.Numerics.Tensors;
using Bot.Library.Embeddings;
using Bot.Library.Retrieval;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Bot.Library;

/// <summary>Adds vectors to the sentences of the shelf: stored ones are read, the others are computed and stored.</summary>
/// <param name="shelf">The shelf.</param>
/// <param name="model">The model.</param>
/// <param name="options">The folder of vectors and the batch size.</param>
public sealed class ShelfEmbedder(Shelf shelf, SentenceModel model, IOptions<EmbeddingOptions> options) : IDisposable
{
    private VectorStore? store;
    private int? modelWidth;

    /// <summary>Whether there is a model; without one the readings are always searched by words only.</summary>
    public bool HasModel => model.Generator is not null;

    /// <summary>The progress of the current shelf.</summary>
    public EmbeddingProgress Progress { get; private set; }

    /// <summary>
    /// Embeds the current shelf and replaces it with the result. If the readings change in the meantime, it starts again with the vectors that are stored
    /// already. Afterwards the model is ready for questions. Do not call it concurrently.
    /// </summary>
    /// <param name="progress">Called after each batch.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="EmbeddingUnavailableException">The model is on a server that does not answer.</exception>
    public async Task EmbedAsync(IProgress<EmbeddingProgress>? progress, CancellationToken cancellationToken)
    {
        while (model.Generator is { } generator && shelf.All is { Index.IsEmbedded: false } snapshot)
        {
            var vectors = await EmbedAsync(generator, snapshot.Index, progress, cancellationToken);
            if (shelf.TryReplace(snapshot, snapshot with { Index = snapshot.Index.AddVectors(vectors) }))
            {
                break;
            }
        }

        // If all vectors were stored, nothing has loaded the model yet, and the first question would wait for it.
        if (model.Generator is MiniLmEmbeddings local)
        {
            await OnnxSessions.RunAsideAsync(local.Load, cancellationToken);
        }
    }

    /// <inheritdoc />
    public void Dispose() => store?.Dispose();

    private async Task<SentenceVectors?[]> EmbedAsync(
        IEmbeddingGenerator<string, Embedding<float>> generator,
        RetrievalIndex index,
        IProgress<EmbeddingProgress>? progress,
        CancellationToken cancellationToken)
    {
        var total = index.Readings.Where(reading => model.Knows(reading.Reading.Language)).Sum(reading => reading.Sentences.Count);
        var report = new Reporter(total, value =>
        {
            Progress = value;
            progress?.Report(value);
        });
        report.Add(0);
        var vectors = new SentenceVectors?[index.Readings.Count];
        for (var i = 0; i < vectors.Length; i++)
        {
            var reading = index.Readings[i];
            if (index.VectorsOf(i) is { } known)
            {
                vectors[i] = known;
                report.Add(known.Count);
            }
            else if (model.Knows(reading.Reading.Language) && reading.Sentences.Count > 0)
            {
                vectors[i] = await EmbedAsync(generator, reading, report, cancellationToken);
            }
        }

        return vectors;
    }

    private async Task<SentenceVectors> EmbedAsync(
        IEmbeddingGenerator<string, Embedding<float>> generator, IndexedReading reading, Reporter report, CancellationToken cancellationToken)
    {
        var texts = reading.Sentences.Select(sentence => sentence.Text).Concat(reading.Places).ToList();
        var keys = texts.Select(TextKey.Of).ToList();
        var width = modelWidth ??= await MeasureWidthAsync(generator, cancellationToken);
        var kept = store ??= VectorStore.Open(options.Value.Folder, model.Id, width);
        var numbers = new Half[texts.Count * width];
        var missing = Enumerable.Range(0, texts.Count).Where(i => !kept.TryRead(keys[i], numbers.AsSpan(i * width, width))).ToList();
        report.Add(reading.Sentences.Count - missing.Count(i => i < reading.Sentences.Count));
        foreach (var batch in missing.OrderBy(i => texts[i].Length).Chunk(options.Value.BatchSize))
        {
            var made = await generator.GenerateAsync(batch.Select(i => texts[i]), cancellationToken: cancellationToken);
            var records = new List<(TextKey, Half[])>(batch.Length);
            for (var i = 0; i < batch.Length; i++)
            {
                var vector = ToUnitHalves(made[i].Vector.Span);
                vector.CopyTo(numbers.AsSpan(batch[i] * width, width));
                records.Add((keys[batch[i]], vector));
            }

            kept.Add(records);
            report.Add(batch.Count(i => i < reading.Sentences.Count));
        }

        return new SentenceVectors(reading, width, numbers);
    }

    private static async Task<int> MeasureWidthAsync(IEmbeddingGenerator<string, Embedding<float>> generator, CancellationToken cancellationToken) =>
        generator.GetService(typeof(EmbeddingGeneratorMetadata)) is EmbeddingGeneratorMetadata { DefaultModelDimensions: { } width }
            ? width
            : (await generator.GenerateVectorAsync("width", cancellationToken: cancellationToken)).Length;

    private static Half[] ToUnitHalves(ReadOnlySpan<float> vector)
    {
        var halves = new Half[vector.Length];
        TensorPrimitives.ConvertToHalf(UnitVector.Of(vector), halves);
        return halves;
    }

    private sealed class Reporter(int total, Action<EmbeddingProgress> report)
    {
        private int done;

        public void Add(int count)
        {
            done += count;
            report(new EmbeddingProgress(done, total));
        }
    }
}
