using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace Bot.Library.Embeddings;

/// <summary>Opens MiniLM for this machine's processors, with its own weights or others.</summary>
internal static class OnnxSessions
{
    // More parallel runs gain little, and each needs memory.
    private static readonly int MaxParallelRuns = Math.Clamp(Environment.ProcessorCount, 1, 4);

    // Half of the weights. They are the same in every network that is trained from this one, so they are kept once.
    private const string SharedWeights = "embeddings.word_embeddings.weight";
    private static readonly Lock Gate = new();
    private static OrtValue? shared;

    /// <summary>Runs the network for each batch, several at a time.</summary>
    /// <typeparam name="T">The type of a batch.</typeparam>
    /// <param name="batches">The batches.</param>
    /// <param name="run">Runs the network on one batch; its outputs must not depend on other batches.</param>
    /// <param name="cancellationToken">Cancels the work between two batches.</param>
    public static Task RunEachAsync<T>(IEnumerable<T> batches, Action<T> run, CancellationToken cancellationToken)
    {
        var waiting = new ConcurrentQueue<T>(batches);
        var workers = Math.Min(waiting.Count, MaxParallelRuns);
        return waiting.Count > 1
            ? Task.WhenAll(Enumerable.Range(0, workers).Select(_ => RunAsideAsync(Work, cancellationToken)))
            : Task.Run(Work, cancellationToken);

        void Work()
        {
            while (waiting.TryDequeue(out var batch))
            {
                cancellationToken.ThrowIfCancellationRequested();
                run(batch);
            }
        }
    }

    /// <summary>Does long work on a separate thread with a low priority, because the few threads of the pool are for requests.</summary>
    public static Task RunAsideAsync(Action work, CancellationToken cancellationToken) => Task.Factory.StartNew(
        () =>
        {
            LinuxProcess.LowerThreadPriority();
            work();
        },
        cancellationToken,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    /// <summary>Opens the network. A run of it uses one thread; several can run at the same time.</summary>
    /// <param name="weights">Numbers that replace those of the file, by name; empty for the file's own.</param>
    public static InferenceSession OpenMiniLm(IReadOnlyDictionary<string, float[]> weights)
    {
        lock (Gate)
        {
            OnnxTelemetry.Disable();
            LinuxProcess.ReturnFreedMemory();
            var session = Create(weights);

            // The 90 MB of the file's bytes are not needed any more.
            ReleaseMemory();
            return session;
        }
    }

    /// <summary>Returns free memory to the system now instead of when memory is low. Takes a tenth of a second, so call it only after large work.</summary>
    public static void ReleaseMemory()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        LinuxProcess.TrimMemory();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static InferenceSession Create(IReadOnlyDictionary<string, float[]> weights)
    {
        var network = MiniLmFiles.ReadNetwork();
        var initializers = OnnxWeights.Find(network);
        foreach (var (name, numbers) in weights)
        {
            OnnxWeights.Replace(initializers[name], numbers);
        }

        shared ??= Copy(initializers[SharedWeights].Span);
        using var options = new SessionOptions
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,

            // Parallel batches use the processors better: in a network this small, threads within one run mostly wait for each other.
            IntraOpNumThreads = 1,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,

            // Inputs have many shapes, and a memory pattern would be kept for each.
            EnableMemoryPattern = false,
        };
        options.AddInitializer(SharedWeights, shared);
        return new InferenceSession(network, options);
    }

    private static OrtValue Copy(ReadOnlySpan<byte> bytes)
    {
        var numbers = MemoryMarshal.Cast<byte, float>(bytes).ToArray();
        return OrtValue.CreateTensorValueFromMemory(numbers, [numbers.Length / MiniLmEmbeddings.Width, MiniLmEmbeddings.Width]);
    }
}
