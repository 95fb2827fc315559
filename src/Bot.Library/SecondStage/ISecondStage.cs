namespace Bot.Library.SecondStage;

/// <summary>Reads a query together with each passage, and scores the passages.</summary>
public interface ISecondStage
{
    /// <summary>
    /// Loads it. From this call until it is loaded, and if loading fails, questions are answered without it; if this is never called, the first question
    /// loads it and waits.
    /// </summary>
    Task LoadAsync();

    /// <summary>Whether a question can use the second stage now. If there are too many questions, it is counted as left out.</summary>
    /// <param name="underWay">The number of running searches, including this one.</param>
    bool Admits(int underWay);

    /// <summary>Predicts how well passages answer a question or are about a claim.</summary>
    /// <param name="query">A question or a claim.</param>
    /// <param name="passages">The passages.</param>
    /// <param name="cancellationToken">Cancels the wait and the work.</param>
    /// <returns>The log odds that each answers, in order; null if it is off or too many wait.</returns>
    Task<double[]?> ScoreAnswersAsync(string query, IReadOnlyList<string> passages, CancellationToken cancellationToken);

    /// <summary>Predicts which side of a claim passages take.</summary>
    /// <param name="claim">
    /// A claim; of a long argument, only the beginning is read, with more weight on its first words, which mostly say what it argues for.
    /// </param>
    /// <param name="passages">The passages.</param>
    /// <param name="cancellationToken">Cancels the wait and the work.</param>
    /// <returns>The stance of each, in order; null if it is off or too many wait.</returns>
    Task<Stance[]?> JudgeStancesAsync(string claim, IReadOnlyList<string> passages, CancellationToken cancellationToken);
}
