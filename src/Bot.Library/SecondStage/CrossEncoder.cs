using System.Numerics.Tensors;
using Bot.Library.Embeddings;
using Microsoft.ML.OnnxRuntime;

namespace Bot.Library.SecondStage;

/// <summary>What the second stage thinks of a passage.</summary>
/// <param name="Answer">The log odds that the passage answers the query.</param>
/// <param name="Oppose">
/// The log odds that it opposes the query, read as a claim, rather than supports it; null where the weights know no stance.
/// </param>
public readonly record struct Judgement(double Answer, double? Oppose);

/// <summary>
/// A small network that reads a query and a passage together. It is MiniLM with other weights, so it runs on the file of the embedding
/// model; the model card beside the weights says what it was trained on and what it is bad at. Loaded on first use; safe for many threads.
/// </summary>
internal sealed class CrossEncoder : IDisposable
{
    private const int MaxQuery = 64;
    private const int MaxPair = 160;
    private const int PairsAtOnce = 8;
    private const int Width = MiniLmEmbeddings.Width;

    private readonly Lazy<Network> network;

    /// <param name="weights">The file of the trained tensors.</param>
    public CrossEncoder(string weights) => network = new Lazy<Network>(() => new Network(weights));

    /// <summary>The file that ships beside the program.</summary>
    public static string ShippedWeights { get; } = Path.Combine(AppContext.BaseDirectory, "config", "models", "second-stage", "second-stage.npz");

    /// <summary>Judges passages, each on its own.</summary>
    /// <param name="query">A question or a claim; the part behind 64 word pieces is not read.</param>
    /// <param name="passages">Any texts; the part behind about 160 word pieces is not read.</param>
    /// <param name="cancellationToken">Ends the work between two batches.</param>
    /// <returns>One judgement a passage, in order.</returns>
    public Judgement[] Judge(string query, IReadOnlyList<string> passages, CancellationToken cancellationToken)
    {
        var question = network.Value.Pieces.Of(query, MaxQuery);
        var inputs = passages.Select(passage => Pair(question, passage)).ToList();
        var judgements = new Judgement[passages.Count];

        // Pairs of like length together, so that little padding is computed.
        foreach (var rows in Enumerable.Range(0, inputs.Count).OrderBy(i => inputs[i].Tokens.Length).Chunk(PairsAtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var batch = TokenBatch.Of([.. rows.Select(row => inputs[row])], rows.Max(row => inputs[row].Tokens.Length));
            var means = batch.MeanOfTokens(network.Value.Session, Width);
            for (var i = 0; i < rows.Length; i++)
            {
                judgements[rows[i]] = network.Value.Judge(means.AsSpan(i * Width, Width));
            }
        }

        return judgements;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (network.IsValueCreated)
        {
            network.Value.Dispose();
        }
    }

    private (int[] Tokens, int SecondPart) Pair(int[] query, string passage)
    {
        var text = network.Value.Pieces.Of(passage, MaxPair - 3 - query.Length);
        return ([WordPieces.Start, .. query, WordPieces.Separator, .. text, WordPieces.Separator], query.Length + 2);
    }

    /// <summary>The network with its trained weights.</summary>
    private sealed class Network : IDisposable
    {
        private readonly Head answer;
        private readonly Head? stance;

        public Network(string weights)
        {
            var arrays = NumpyArchive.Read(weights);
            answer = new Head(arrays, "answer");
            stance = arrays.ContainsKey("stance.out.weight") ? new Head(arrays, "stance") : null;
            Session = OnnxSessions.OpenMiniLm(arrays.Where(array => !Head.Names.Any(name => array.Key.StartsWith(name, StringComparison.Ordinal)))
                .ToDictionary(array => array.Key, array => array.Value, StringComparer.Ordinal));
        }

        public WordPieces Pieces { get; } = new();

        public InferenceSession Session { get; }

        public Judgement Judge(ReadOnlySpan<float> mean)
        {
            double? oppose = null;
            if (stance is not null)
            {
                // Support, oppose, neither.
                var logits = stance.Apply(mean);
                oppose = logits[1] - logits[0];
            }

            return new Judgement(answer.Apply(mean)[0], oppose);
        }

        public void Dispose() => Session.Dispose();
    }

    /// <summary>One hidden layer with tanh, and one linear layer, on the mean of the token vectors.</summary>
    private sealed class Head(IReadOnlyDictionary<string, float[]> arrays, string name)
    {
        public static readonly string[] Names = ["answer.", "stance."];

        private readonly float[] hiddenWeight = arrays[$"{name}.hidden.weight"];
        private readonly float[] hiddenBias = arrays[$"{name}.hidden.bias"];
        private readonly float[] outWeight = arrays[$"{name}.out.weight"];
        private readonly float[] outBias = arrays[$"{name}.out.bias"];

        public float[] Apply(ReadOnlySpan<float> input)
        {
            var hidden = Linear(hiddenWeight, hiddenBias, input);
            TensorPrimitives.Tanh(hidden, hidden);
            return Linear(outWeight, outBias, hidden);
        }

        private static float[] Linear(float[] weight, float[] bias, ReadOnlySpan<float> input)
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
