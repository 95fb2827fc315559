using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace Bot.Library.Embeddings;

/// <summary>Opens MiniLM for this machine's processors, with its own weights or others.</summary>
internal static class OnnxSessions
{
    // More than this gain little, and each needs memory of its own.
    private static readonly int MaxParallelRuns = Math.Clamp(Environment.ProcessorCount, 1, 4);

    // Half of the weights, and the same in every network that is trained from this one: kept once.
    private const string SharedWeights = "embeddings.word_embeddings.weight";
    private static readonly Lock Gate = new();
    private static OrtValue? shared;

    /// <summary>Does some work for each batch, several at a time.</summary>
    /// <typeparam name="T">A batch.</typeparam>
    /// <param name="batches">The batches.</param>
    /// <param name="run">Runs the network on one; its outputs must not depend on the others.</param>
    /// <param name="cancellationToken">Ends the work between two batches.</param>
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

    /// <summary>Does some long work on a thread of its own, behind those that answer: those of the pool are for requests, and there are few.</summary>
    public static Task RunAsideAsync(Action work, CancellationToken cancellationToken) => Task.Factory.StartNew(
        () =>
        {
            LinuxProcess.LowerThreadPriority();
            work();
        },
        cancellationToken,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    /// <summary>Opens the network. A run of it uses one thread; several may run at the same time.</summary>
    /// <param name="weights">Numbers that replace those of the file, by name; empty for the file's own.</param>
    public static InferenceSession OpenMiniLm(IReadOnlyDictionary<string, float[]> weights)
    {
        lock (Gate)
        {
            OnnxTelemetry.Disable();
            LinuxProcess.ReturnFreedMemory();
            var session = Create(weights);

            // The file's bytes are 90 MB of garbage now.
            ReleaseMemory();
            return session;
        }
    }

    /// <summary>Gives memory back that would stay until the system is short of it. Takes a tenth of a second, for after large work.</summary>
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

            // A run of its own for each batch uses the processors better: within one, threads mostly wait for each other on a network this small.
            IntraOpNumThreads = 1,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,

            // Inputs come in many shapes: a memory pattern would be kept for each.
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
