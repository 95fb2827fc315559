using System.Diagnostics.Metrics;
using Bot.Library.Embeddings;
using Microsoft.Extensions.Options;

namespace Bot.Library.SecondStage;

/// <summary>
/// Runs the second stage for one question at a time, while a few wait. Further questions skip it, because a timely answer is worth more than a better
/// order.
/// </summary>
public sealed class SecondStageReader : ISecondStage, IDisposable
{
    /// <summary>The name of the meter, for exporters.</summary>
    public const string MeterName = "SeminarBot.Retrieval";

    private const int PointWords = 30;

    private readonly SecondStageOptions options;
    private readonly CrossEncoder answers = new(AnswerFile);
    private readonly CrossEncoder stances = new(StanceFile);
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Counter<long> leftOut;
    private Task loading = Task.CompletedTask;
    private int inside;
    private bool isDisposed;

    /// <summary>The file of the network for questions.</summary>
    internal static string AnswerFile { get; } = Path.Combine(CrossEncoder.Folder, "answers.onnx.gz");

    /// <summary>The file of the network for claims.</summary>
    internal static string StanceFile { get; } = Path.Combine(CrossEncoder.Folder, "stance.onnx.gz");

    /// <param name="options">Whether it is used, and how many questions can wait.</param>
    /// <param name="meters">Creates the counter of questions that skipped it; null counts nothing.</param>
    public SecondStageReader(IOptions<SecondStageOptions> options, IMeterFactory? meters = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options.Value;
        var meter = meters?.Create(MeterName) ?? new Meter(MeterName);
        leftOut = meter.CreateCounter<long>("seminar.second_stage.left_out", "{question}", "Questions answered without the second stage because it was busy.");
    }

    private bool IsUsable => options.Enabled && !loading.IsFaulted;

    /// <inheritdoc />
    public Task LoadAsync() => loading = LoadBothAsync();

    /// <inheritdoc />
    public bool Admits(int underWay)
    {
        if (!loading.IsCompletedSuccessfully)
        {
            return false;
        }

        if (!options.Enabled || underWay <= options.MaxUnderWay)
        {
            return true;
        }

        leftOut.Add(1);
        return false;
    }

    /// <inheritdoc />
    public async Task<double[]?> ScoreAnswersAsync(string query, IReadOnlyList<string> passages, CancellationToken cancellationToken) =>
        await JudgeAsync(answers, [.. passages.Select(passage => (query, passage))], cancellationToken) is { } outputs
            ? [.. outputs.Select(output => (double)output[0])]
            : null;

    /// <inheritdoc />
    public async Task<Stance[]?> JudgeStancesAsync(string claim, IReadOnlyList<string> passages, CancellationToken cancellationToken)
    {
        if (!IsUsable)
        {
            return null;
        }

        var claims = FormsOf(claim);
        return await JudgeAsync(stances, [.. passages.SelectMany(passage => claims.Select(form => (form, passage)))], cancellationToken) is { } outputs
            ? [.. outputs.Chunk(claims.Length).Select(Stance.FromLogits)]
            : null;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (Interlocked.Exchange(ref isDisposed, true))
        {
            return;
        }

        // Waits for the current question, because disposing a network while its native code runs would crash the process. Those that still wait are answered
        // without it.
        turn.Wait();
        answers.Dispose();
        stances.Dispose();
        turn.Release();
    }

    // A long argument mostly begins with its point. If it is too long to be read as a whole, its beginning is read a second time without the rest.
    private static string[] FormsOf(string claim) => CrossEncoder.ReadsWhole(claim)
        ? [claim]
        : [string.Join(' ', claim.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(PointWords)), claim];

    private async Task LoadBothAsync()
    {
        if (!options.Enabled)
        {
            return;
        }

        await turn.WaitAsync();
        try
        {
            await OnnxSessions.RunAsideAsync(
                () =>
                {
                    answers.Load();
                    stances.Load();
                    OnnxSessions.ReleaseMemory();
                },
                CancellationToken.None);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<float[][]?> JudgeAsync(CrossEncoder network, IReadOnlyList<(string Query, string Passage)> pairs, CancellationToken cancellationToken)
    {
        if (!IsUsable || pairs.Count == 0)
        {
            return null;
        }

        if (Interlocked.Increment(ref inside) > options.MaxWaiting + 1)
        {
            Interlocked.Decrement(ref inside);
            leftOut.Add(1);
            return null;
        }

        try
        {
            await turn.WaitAsync(cancellationToken);
            try
            {
                return isDisposed ? null : await Task.Run(() => network.JudgeAsync(pairs, cancellationToken), cancellationToken);
            }
            finally
            {
                turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref inside);
        }
    }
}
