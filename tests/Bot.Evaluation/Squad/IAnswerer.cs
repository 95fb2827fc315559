namespace Bot.Evaluation.Squad;

/// <summary>What answers questions about articles: the product, or a plain engine in its place.</summary>
internal interface IAnswerer : IDisposable
{
    /// <summary>Indexes the articles. Called once, before the first question.</summary>
    Task IndexAsync(IReadOnlyList<SquadArticle> articles, CancellationToken cancellationToken);

    /// <summary>The ids of the paragraphs that fit a question best, best first.</summary>
    Task<IReadOnlyList<string>> RankAsync(string question, int count, CancellationToken cancellationToken);

    /// <summary>Answers a question.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="without">The id of a paragraph to do as if it were not there; null if there is none.</param>
    /// <param name="cancellationToken">Cancels the work early.</param>
    Task<SquadAnswer> AskAsync(string question, string? without, CancellationToken cancellationToken);
}

/// <summary>An answer, or none.</summary>
/// <param name="Quote">The first passage found; null if there is none.</param>
/// <param name="Score">How sure it is.</param>
/// <param name="IsAsserted">Whether it is offered as an answer, not only as the nearest passage.</param>
internal readonly record struct SquadAnswer(string? Quote, double Score, bool IsAsserted)
{
    /// <summary>Nothing was found.</summary>
    public static SquadAnswer Nothing { get; } = new(null, 0, IsAsserted: false);
}
