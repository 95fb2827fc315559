using Bot.Library.Embeddings;
using Microsoft.ML.OnnxRuntime;

namespace Bot.Library.SecondStage;

/// <summary>
/// A small network that reads two texts together, such as a question and a passage. It was trained from MiniLM; the model card beside its file describes
/// the training data and its weaknesses. Loaded on first use; thread-safe.
/// </summary>
/// <param name="path">Its file.</param>
internal sealed class CrossEncoder(string path) : IDisposable
{
    private const int MaxFirst = 64;
    private const int MaxPair = 160;
    private const int PairsAtOnce = 8;

    private Network? network;
    private object? gate;

    // A failure is not kept, unlike in a Lazy: the next call tries again.
    private Network Loaded => LazyInitializer.EnsureInitialized(ref network, ref gate, () => Network.Open(path));

    /// <summary>The folder of the networks that ship beside the program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "config", "models", "second-stage");

    /// <summary>Whether a question or a claim is short enough to be read as a whole.</summary>
    public static bool ReadsWhole(string first) => WordPieces.Shared.Of(first, MaxFirst + 1).Length <= MaxFirst;

    /// <summary>Scores pairs of texts independently.</summary>
    /// <param name="pairs">A question or a claim, of which only the first 64 word pieces are read, and a passage; of both together about the first 160.</param>
    /// <param name="cancellationToken">Cancels the work between two batches.</param>
    /// <returns>The network's scores of each pair, in order.</returns>
    public async Task<float[][]> JudgeAsync(IReadOnlyList<(string First, string Second)> pairs, CancellationToken cancellationToken)
    {
        var firsts = pairs.Select(pair => pair.First).Distinct(StringComparer.Ordinal)
            .ToDictionary(first => first, first => WordPieces.Shared.Of(first, MaxFirst), StringComparer.Ordinal);
        var inputs = pairs.Select(pair => CreatePair(firsts[pair.First], pair.Second)).ToList();
        var judgements = new float[pairs.Count][];

        // Pairs of similar length are in one batch, so that there is little padding.
        var batches = Enumerable.Range(0, inputs.Count).OrderBy(i => inputs[i].Tokens.Length).Chunk(PairsAtOnce);
        await OnnxSessions.RunEachAsync(batches, Judge, cancellationToken);
        return judgements;

        void Judge(int[] rows)
        {
            using var batch = TokenBatch.Of([.. rows.Select(row => inputs[row])], rows.Max(row => inputs[row].Tokens.Length));
            foreach (var (row, scores) in rows.Zip(batch.Score(Loaded.Session, Loaded.Words)))
            {
                judgements[row] = scores;
            }
        }
    }

    /// <summary>Loads the network, which takes some tenths of a second; otherwise the first call of <see cref="JudgeAsync"/> loads it.</summary>
    public void Load() => _ = (WordPieces.Shared, Loaded);

    /// <inheritdoc />
    public void Dispose() => network?.Session.Dispose();

    private static (int[] Tokens, int SecondPart) CreatePair(int[] first, string second)
    {
        var rest = WordPieces.Shared.Of(second, MaxPair - 3 - first.Length);
        return ([WordPieces.Start, .. first, WordPieces.Separator, .. rest, WordPieces.Separator], first.Length + 2);
    }

    /// <summary>A loaded network with the word embeddings that it needs.</summary>
    private sealed record Network(InferenceSession Session, OrtValue Words)
    {
        public static Network Open(string path)
        {
            var (session, words) = OnnxSessions.Open(path);
            return new Network(session, words);
        }
    }
}
