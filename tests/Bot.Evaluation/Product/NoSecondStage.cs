using Bot.Library.SecondStage;

namespace Bot.Evaluation.Product;

/// <summary>A disabled second stage.</summary>
internal sealed class NoSecondStage : ISecondStage
{
    public Task LoadAsync() => Task.CompletedTask;

    public bool Admits(int underWay) => true;

    public Task<double[]?> ScoreAnswersAsync(string query, IReadOnlyList<string> passages, CancellationToken cancellationToken) =>
        Task.FromResult<double[]?>(null);

    public Task<Stance[]?> JudgeStancesAsync(string claim, IReadOnlyList<string> passages, CancellationToken cancellationToken) =>
        Task.FromResult<Stance[]?>(null);
}
