using System.Collections.Concurrent;
using System.Security.Cryptography;
using Bot.Library.Embeddings;
using Bot.Library.SecondStage;

namespace Bot.Evaluation.Product;

/// <summary>
/// A second stage that judges no pair of query and passage twice, in this run or the next: its judgements are kept in a file, named by the
/// hash of the weights. So one set can be ranked with many weights in the time of one.
/// </summary>
internal sealed class KeptJudgements : ISecondStage
{
    private readonly ISecondStage inner;
    private readonly string path;
    private readonly Lazy<ConcurrentDictionary<TextKey, Judgement>> known;

    /// <param name="inner">What judges.</param>
    /// <param name="weights">The file of its weights.</param>
    /// <param name="folder">Where the judgements are kept.</param>
    public KeptJudgements(ISecondStage inner, string weights, string folder)
    {
        this.inner = inner;
        path = Path.Combine(folder, $"judgements-{HashOf(weights)}");
        known = new Lazy<ConcurrentDictionary<TextKey, Judgement>>(Read);
    }

    public async Task<Judgement[]?> JudgeAsync(string query, IReadOnlyList<string> passages, CancellationToken cancellationToken)
    {
        TextKey[] keys = [.. passages.Select(passage => TextKey.Of($"{query}\n{passage}"))];
        int[] missing = [.. Enumerable.Range(0, keys.Length).DistinctBy(i => keys[i]).Where(i => !known.Value.ContainsKey(keys[i]))];
        if (missing.Length > 0)
        {
            if (await inner.JudgeAsync(query, [.. missing.Select(i => passages[i])], cancellationToken) is not { } judged)
            {
                return null;
            }

            Keep([.. missing.Zip(judged, (i, judgement) => (keys[i], judgement))]);
        }

        return [.. keys.Select(key => known.Value[key])];
    }

    private void Keep(IReadOnlyList<(TextKey Key, Judgement Judgement)> judged)
    {
        using var writer = new BinaryWriter(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite));
        var bytes = new byte[TextKey.Bytes];
        foreach (var (key, judgement) in judged)
        {
            known.Value[key] = judgement;
            key.Write(bytes);
            writer.Write(bytes);
            writer.Write(judgement.Answer);
            writer.Write(judgement.Oppose ?? double.NaN);
        }
    }

    private ConcurrentDictionary<TextKey, Judgement> Read()
    {
        var judgements = new ConcurrentDictionary<TextKey, Judgement>();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new BinaryReader(file);
        var recordBytes = TextKey.Bytes + (2 * sizeof(double));
        for (var i = file.Length / recordBytes; i > 0; i--)
        {
            var key = TextKey.Read(reader.ReadBytes(TextKey.Bytes));
            var (answer, oppose) = (reader.ReadDouble(), reader.ReadDouble());
            judgements[key] = new Judgement(answer, double.IsNaN(oppose) ? null : oppose);
        }

        return judgements;
    }

    private static string HashOf(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream))[..16];
    }
}
