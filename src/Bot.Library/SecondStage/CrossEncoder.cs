using System.Numerics.Tensors;
using Bot.Library.Embeddings;
using Microsoft.ML.OnnxRuntime;

namespace Bot.Library.SecondStage;

/// <summary>
/// A small network that reads a query and a passage together. It is MiniLM with other weights, so it uses the file of the embedding model; the model card
/// beside the weights describes its training data and its weaknesses. Loaded on first use; thread-safe.
/// </summary>
internal sealed class CrossEncoder : IDisposable
{
    private const int MaxQuery = 64;
    private const int MaxPair = 160;
    private const int PairsAtOnce = 8;
    private const int Width = MiniLmEmbeddings.Width;

    private readonly Lazy<Network> network;

    /// <param name="weights">The file of the trained tensors.</param>
    /// <param name="head">The name of the layers after the network, such as <c>answer</c>.</param>
    public CrossEncoder(string weights, string head) => network = new Lazy<Network>(() => new Network(weights, head));

    /// <summary>The folder of the weights that ship beside the program.</summary>
    public static string ShippedWeights { get; } = Path.Combine(AppContext.BaseDirectory, "config", "models", "second-stage");

    /// <summary>Scores passages independently.</summary>
    /// <param name="query">A question or a claim; only the first 64 word pieces are read.</param>
    /// <param name="passages">Any texts; only about the first 160 word pieces are read.</param>
    /// <param name="cancellationToken">Cancels the work between two batches.</param>
    /// <returns>The outputs of the head for each passage, in order.</returns>
    public async Task<float[][]> JudgeAsync(string query, IReadOnlyList<string> passages, CancellationToken cancellationToken)
    {
        var question = WordPieces.Shared.Of(query, MaxQuery);
        var inputs = passages.Select(passage => CreatePair(question, passage)).ToList();
        var judgements = new float[passages.Count][];

        // Pairs of similar length are in one batch, so that there is little padding.
        var batches = Enumerable.Range(0, inputs.Count).OrderBy(i => inputs[i].Tokens.Length).Chunk(PairsAtOnce);
        await OnnxSessions.RunEachAsync(batches, Judge, cancellationToken);
        return judgements;

        void Judge(int[] rows)
        {
            using var batch = TokenBatch.Of([.. rows.Select(row => inputs[row])], rows.Max(row => inputs[row].Tokens.Length));
            var means = batch.AverageTokens(network.Value.Session, Width);
            for (var i = 0; i < rows.Length; i++)
            {
                judgements[rows[i]] = network.Value.Judge(means.AsSpan(i * Width, Width));
            }
        }
    }

    /// <summary>Loads the network, which takes some tenths of a second; otherwise the first call of <see cref="JudgeAsync"/> loads it.</summary>
    public void Load() => _ = (WordPieces.Shared, network.Value);

    /// <inheritdoc />
    public void Dispose()
    {
        if (network.IsValueCreated)
        {
            network.Value.Dispose();
        }
    }

    private static (int[] Tokens, int SecondPart) CreatePair(int[] query, string passage)
    {
        var text = WordPieces.Shared.Of(passage, MaxPair - 3 - query.Length);
        return ([WordPieces.Start, .. query, WordPieces.Separator, .. text, WordPieces.Separator], query.Length + 2);
    }

    /// <summary>The network with its trained weights.</summary>
    private sealed class Network : IDisposable
    {
        private readonly Head head;

        public Network(string weights, string head)
        {
            var arrays = NumpyArchive.Read(weights);
            this.head = new Head(arrays, head);
            Session = OnnxSessions.OpenMiniLm(arrays.Where(array => !array.Key.StartsWith($"{head}.", StringComparison.Ordinal))
                .ToDictionary(array => array.Key, array => array.Value, StringComparer.Ordinal));
        }

        public InferenceSession Session { get; }

        public float[] Judge(ReadOnlySpan<float> mean) => head.Apply(mean);

        public void Dispose() => Session.Dispose();
    }

    /// <summary>One hidden layer with tanh, and one linear layer, on the mean of the token vectors.</summary>
    private sealed class Head(IReadOnlyDictionary<string, float[]> arrays, string name)
    {
        private readonly float[] hiddenWeight = arrays[$"{name}.hidden.weight"];
        private readonly float[] hiddenBias = arrays[$"{name}.hidden.bias"];
        private readonly float[] outWeight = arrays[$"{name}.out.weight"];
        private readonly float[] outBias = arrays[$"{name}.out.bias"];

        public float[] Apply(ReadOnlySpan<float> input)
        {
            var hidden = ApplyLinear(hiddenWeight, hiddenBias, input);
            TensorPrimitives.Tanh(hidden, hidden);
            return ApplyLinear(outWeight, outBias, hidden);
        }

        private static float[] ApplyLinear(float[] weight, float[] bias, ReadOnlySpan<float> input)
        {
            var output = new float[bias.Length];
            for (var i = 0; i < output.Length; i++)
            {
                output[i] = bias[i] + TensorPrimitives.Dot(weight.AsSpan(i * input.Length, input.Length), input);
            }

            return output;
        }
    }
}
