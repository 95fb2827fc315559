namespace Bot.Library.SecondStage;

/// <summary>Reads a query and passages together, and judges each.</summary>
public interface ISecondStage
{
    /// <summary>
    /// Loads it. From this call until that is done, and if it fails, questions go without; if nobody calls, the first question loads it and waits.
    /// </summary>
    Task LoadAsync();

    /// <summary>Whether a question may be read now. One that may not because there are too many is counted as left out.</summary>
    /// <param name="underWay">How many questions are being searched for at this moment, this one among them.</param>
    bool Admits(int underWay);

    /// <summary>Tells how well passages answer a question or bear on a claim.</summary>
    /// <param name="query">A question or a claim.</param>
    /// <param name="passages">Texts that may answer it.</param>
    /// <param name="cancellationToken">Ends the wait and the work.</param>
    /// <returns>The log odds that each answers, in order; null where it is off or too many wait.</returns>
    Task<double[]?> AnswersAsync(string query, IReadOnlyList<string> passages, CancellationToken cancellationToken);

    /// <summary>Tells on which side of a claim passages stand.</summary>
    /// <param name="claim">A claim.</param>
    /// <param name="passages">Texts that may oppose or support it.</param>
    /// <param name="cancellationToken">Ends the wait and the work.</param>
    /// <returns>
    /// The stance of each, in order; null where it is off or too many wait, and for a text too long to be one claim, which takes many stances.
    /// </returns>
    Task<Stance[]?> StancesAsync(string claim, IReadOnlyList<string> passages, CancellationToken cancellationToken);
}
