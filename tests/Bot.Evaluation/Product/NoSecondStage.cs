using Bot.Library.SecondStage;

namespace Bot.Evaluation.Product;

/// <summary>A second stage that is off.</summary>
internal sealed class NoSecondStage : ISecondStage
{
    public Task<Judgement[]?> JudgeAsync(string query, IReadOnlyList<string> passages, CancellationToken cancellationToken) =>
        Task.FromResult<Judgement[]?>(null);
}
