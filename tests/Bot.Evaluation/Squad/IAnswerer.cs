namespace Bot.Evaluation.Squad;

/// <summary>Answers questions about articles: the product, or a plain engine.</summary>
internal interface IAnswerer : IDisposable
{
    /// <summary>Indexes the articles. Called once, before the first question.</summary>
    Task IndexAsync(IReadOnlyList<SquadArticle> articles, CancellationToken cancellationToken);

    /// <summary>The ids of the best paragraphs for a question, best first.</summary>
    Task<IReadOnlyList<string>> RankAsync(string question, int count, CancellationToken cancellationToken);

    /// <summary>Answers a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="without">The id of a paragraph to exclude; null for none.</param>
    /// <param name="cancellationToken">Cancels the work early.</param>
    Task<SquadAnswer> AskAsync(string question, string? without, CancellationToken cancellationToken);
}

/// <summary>An answer, or none.</summary>
/// <param name="Quote">The first passage found; null if there is none.</param>
/// <param name="Score">The confidence.</param>
/// <param name="IsAsserted">Whether it is asserted as an answer, not only offered as related.</param>
internal readonly record struct SquadAnswer(string? Quote, double Score, bool IsAsserted)
{
    /// <summary>Nothing was found.</summary>
    public static SquadAnswer Nothing { get; } = new(null, 0, IsAsserted: false);
}
