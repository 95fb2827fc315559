using System.Collections.Concurrent;
using System.Security.Cryptography;
using Bot.Library.Embeddings;
using Bot.Library.SecondStage;

namespace Bot.Evaluation.Product;

/// <summary>
/// A second stage that caches its judgements of query and passage in files, named by the hash of the network. A set can then be ranked with many weights in
/// the time of one. Delete the folder after a change of how the second stage reads texts.
/// </summary>
/// <param name="inner">The second stage that judges.</param>
/// <param name="folder">The folder of the cache.</param>
internal sealed class KeptJudgements(ISecondStage inner, string folder) : ISecondStage
{
    private readonly Kept<double> answers = new(
        PathOf(folder, SecondStageReader.AnswerFile), (writer, answer) => writer.Write(answer), reader => reader.ReadDouble(), sizeof(double));

    private readonly Kept<Stance> stances = new(
        PathOf(folder, SecondStageReader.StanceFile),
        (writer, stance) =>
        {
            writer.Write(stance.Support);
            writer.Write(stance.Oppose);
        },
        reader => new Stance(reader.ReadDouble(), reader.ReadDouble()),
        2 * sizeof(double));

    public Task LoadAsync() => Task.CompletedTask;

    public bool Admits(int underWay) => true;

    public Task<double[]?> ScoreAnswersAsync(string query, IReadOnlyList<string> passages, CancellationToken cancellationToken) =>
        answers.JudgeAsync(query, passages, missing => inner.ScoreAnswersAsync(query, missing, cancellationToken));

    public Task<Stance[]?> JudgeStancesAsync(string claim, IReadOnlyList<string> passages, CancellationToken cancellationToken) =>
        stances.JudgeAsync(claim, passages, missing => inner.JudgeStancesAsync(claim, missing, cancellationToken));

    private static string PathOf(string folder, string network)
    {
        using var stream = File.OpenRead(network);
        return Path.Combine(folder, $"judgements-{Convert.ToHexStringLower(SHA256.HashData(stream))[..16]}");
    }

    private sealed class Kept<T>(string path, Action<BinaryWriter, T> write, Func<BinaryReader, T> read, int bytes)
    {
        private readonly Lazy<ConcurrentDictionary<TextKey, T>> known = new(() => ReadAll(path, read, bytes));

        public async Task<T[]?> JudgeAsync(string query, IReadOnlyList<string> passages, Func<IReadOnlyList<string>, Task<T[]?>> judgeAsync)
        {
            TextKey[] keys = [.. passages.Select(passage => TextKey.Of($"{query}\n{passage}"))];
            int[] missing = [.. Enumerable.Range(0, keys.Length).DistinctBy(i => keys[i]).Where(i => !known.Value.ContainsKey(keys[i]))];
            if (missing.Length > 0)
            {
                if (await judgeAsync([.. missing.Select(i => passages[i])]) is not { } judged)
                {
                    return null;
                }

                Keep([.. missing.Zip(judged, (i, judgement) => (keys[i], judgement))]);
            }

            return [.. keys.Select(key => known.Value[key])];
        }

        private void Keep(IReadOnlyList<(TextKey Key, T Judgement)> judged)
        {
            using var writer = new BinaryWriter(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite));
            var key = new byte[TextKey.Bytes];
            foreach (var judgement in judged)
            {
                known.Value[judgement.Key] = judgement.Judgement;
                judgement.Key.Write(key);
                writer.Write(key);
                write(writer, judgement.Judgement);
            }
        }

        private static ConcurrentDictionary<TextKey, T> ReadAll(string path, Func<BinaryReader, T> read, int bytes)
        {
            var judgements = new ConcurrentDictionary<TextKey, T>();
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new BinaryReader(file);
            for (var i = file.Length / (TextKey.Bytes + bytes); i > 0; i--)
            {
                var key = TextKey.Read(reader.ReadBytes(TextKey.Bytes));
                judgements[key] = read(reader);
            }

            return judgements;
        }
    }
}
