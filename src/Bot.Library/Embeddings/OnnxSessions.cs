using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace Bot.Library.Embeddings;

/// <summary>Opens MiniLM for this machine's processors, with its own weights or others.</summary>
internal static class OnnxSessions
{
    // More threads than this wait for each other on a network as small as this.
    private const int MaxThreads = 4;

    // Half of the weights, and the same in every network that is trained from this one: kept once.
    private const string SharedWeights = "embeddings.word_embeddings.weight";
    private static readonly Lock Gate = new();
    private static OrtValue? shared;

    /// <summary>Opens the network.</summary>
    /// <param name="weights">Numbers that replace those of the file, by name; empty for the file's own.</param>
    public static InferenceSession OpenMiniLm(IReadOnlyDictionary<string, float[]> weights)
    {
        lock (Gate)
        {
            var session = Create(weights);

            // The file's bytes are 90 MB of garbage now, which would stay until memory is short.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            return session;
        }
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
            IntraOpNumThreads = Math.Clamp(Environment.ProcessorCount, 1, MaxThreads),
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,

            // Inputs come in many shapes: a memory pattern would be kept for each.
            EnableMemoryPattern = false,
        };

        // Threads that spin while they wait take the processors from those that answer.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        options.AddInitializer(SharedWeights, shared);
        return new InferenceSession(network, options);
    }

    private static OrtValue Copy(ReadOnlySpan<byte> bytes)
    {
        var numbers = MemoryMarshal.Cast<byte, float>(bytes).ToArray();
        return OrtValue.CreateTensorValueFromMemory(numbers, [numbers.Length / MiniLmEmbeddings.Width, MiniLmEmbeddings.Width]);
    }
}
