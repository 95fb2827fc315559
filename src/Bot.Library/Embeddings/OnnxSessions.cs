using Microsoft.ML.OnnxRuntime;

namespace Bot.Library.Embeddings;

/// <summary>Opens networks for this machine's processors.</summary>
internal static class OnnxSessions
{
    // More threads than this wait for each other on networks as small as these.
    private const int MaxThreads = 4;

    /// <summary>Opens a network.</summary>
    /// <param name="network">The ONNX file.</param>
    /// <param name="weights">Tensors that replace those of the file, by name; they must live as long as the session.</param>
    public static InferenceSession Open(byte[] network, IReadOnlyDictionary<string, OrtValue>? weights = null)
    {
        using var options = new SessionOptions
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            IntraOpNumThreads = Math.Clamp(Environment.ProcessorCount, 1, MaxThreads),
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,

            // Inputs come in many shapes: an arena and memory patterns would keep a buffer for each.
            EnableCpuMemArena = false,
            EnableMemoryPattern = false,
        };

        // Threads that spin while they wait take the processors from those that answer.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        foreach (var (name, value) in weights ?? new Dictionary<string, OrtValue>())
        {
            options.AddInitializer(name, value);
        }

        return new InferenceSession(network, options);
    }
}
