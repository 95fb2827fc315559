namespace Bot.Library.SecondStage;

/// <summary>Reads a query and passages together, and judges each.</summary>
public interface ISecondStage
{
    /// <summary>Judges passages, if there is room.</summary>
    /// <param name="query">A question or a claim.</param>
    /// <param name="passages">Texts that may answer or oppose it.</param>
    /// <param name="cancellationToken">Ends the wait and the work.</param>
    /// <returns>One judgement a passage, in order; null where it is off or too many wait.</returns>
    Task<Judgement[]?> JudgeAsync(string query, IReadOnlyList<string> passages, CancellationToken cancellationToken);
}
