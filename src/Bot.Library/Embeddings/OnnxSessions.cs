using System.Collections.Concurrent;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Microsoft.ML.OnnxRuntime;

namespace Bot.Library.Embeddings;

/// <summary>Opens MiniLM, and networks that were trained from it, for this machine's processors.</summary>
internal static class OnnxSessions
{
    // Of one call. More parallel runs gain little, and each needs memory.
    private static readonly int MaxParallelRuns = Math.Clamp(Environment.ProcessorCount, 1, 4);

    private static readonly Lock Gate = new();

    // Whether the processor has instructions that multiply and add 8-bit numbers. Without them, 32-bit floats take a quarter less time, and no sum of products
    // overflows.
    private static readonly bool MultipliesBytes = !X86Base.IsSupported || HasVnni();

    private static bool isPrepared;

    // Half of MiniLM's weights. They are the same in every network that is trained from it, so they are kept once.
    private static OrtValue? words;

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

    /// <summary>Opens MiniLM. A run of it uses one thread; several can run at the same time.</summary>
    public static InferenceSession OpenMiniLm()
    {
        var session = OpenAlone(() =>
        {
            var network = MiniLmFiles.ReadNetwork();
            words ??= CopyWords(network);
            using var options = CreateOptions();
            options.AddInitializer(OnnxWeights.Words, words);
            return new InferenceSession(network, options);
        });

        // The 90 MB of the file are not needed any more.
        ReleaseMemory();
        return session;
    }

    /// <summary>Opens a network that was trained from MiniLM and has an input for its word embeddings. A run of it uses one thread, too.</summary>
    /// <param name="path">Its file, packed by gzip.</param>
    /// <returns>The network and the word embeddings, which live as long as the process.</returns>
    /// <exception cref="InvalidDataException">The file is missing or damaged, or MiniLM's is missing.</exception>
    public static (InferenceSession Session, OrtValue Words) Open(string path) => OpenAlone(() =>
    {
        try
        {
            words ??= CopyWords(MiniLmFiles.ReadNetwork());
            using var options = CreateOptions();
            var network = Unpack(path);
            if (!MultipliesBytes)
            {
                OnnxWeights.MultiplyAsFloats(network);
            }

            return (new InferenceSession(network, options), words);
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException or UnauthorizedAccessException or OnnxRuntimeException)
        {
            throw new InvalidDataException(
                $"The network {path} cannot be read: {unreadable.Message} Build the program again, or restore the file.", unreadable);
        }
    });

    /// <summary>Returns free memory to the system now instead of when memory is low. It takes a tenth of a second: call it after large work only.</summary>
    public static void ReleaseMemory()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        LinuxProcess.TrimMemory();
    }

    private static T OpenAlone<T>(Func<T> create)
    {
        lock (Gate)
        {
            if (!isPrepared)
            {
                OnnxTelemetry.Disable();
                LinuxProcess.ReturnFreedMemory();
                isPrepared = true;
            }

            return create();
        }
    }

    private static SessionOptions CreateOptions()
    {
        var options = new SessionOptions
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,

            // Parallel batches use the processors better: in a network this small, threads within one run mostly wait for each other.
            IntraOpNumThreads = 1,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,

            // Inputs have many shapes, and a memory pattern would be kept for each.
            EnableMemoryPattern = false,
        };

        // On a processor the fused operator takes four times as long as the two that it replaces.
        options.AddSessionConfigEntry("optimization.disable_specified_optimizers", "SkipLayerNormFusion");
        return options;
    }

    // AVX512-VNNI is bit 11 of ECX of leaf 7, AVX-VNNI bit 4 of EAX of its subleaf 1 (Intel's manual, volume 2A, CPUID).
    private static bool HasVnni() =>
        X86Base.CpuId(0, 0).Eax >= 7
        && ((X86Base.CpuId(7, 0).Ecx & (1 << 11)) != 0 || (X86Base.CpuId(7, 0).Eax >= 1 && (X86Base.CpuId(7, 1).Eax & (1 << 4)) != 0));

    private static byte[] Unpack(string path)
    {
        using var file = File.OpenRead(path);
        using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        using var network = new MemoryStream();
        unpacked.CopyTo(network);
        return network.ToArray();
    }

    private static OrtValue CopyWords(byte[] network)
    {
        var numbers = MemoryMarshal.Cast<byte, float>(OnnxWeights.Find(network, OnnxWeights.Words).Span).ToArray();
        return OrtValue.CreateTensorValueFromMemory(numbers, [numbers.Length / MiniLmEmbeddings.Width, MiniLmEmbeddings.Width]);
    }
}
