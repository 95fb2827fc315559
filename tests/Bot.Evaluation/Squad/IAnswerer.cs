namespace Bot.Evaluation.Squad;

/// <summary>What answers questions about articles: the product, or a plain engine in its place.</summary>
internal interface IAnswerer : IDisposable
{
    /// <summary>Indexes the articles. Called once, before the first question.</summary>
    void Index(IReadOnlyList<SquadArticle> articles);

    /// <summary>The ids of the paragraphs that fit a question best, best first.</summary>
    IReadOnlyList<string> Rank(string question, int count);

    /// <summary>Answers a question.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="without">
    /// The id of a paragraph to do as if it were not there; null for none. Questions without the same paragraph are best asked
    /// one after another.
    /// </param>
    /// <param name="cancellationToken">Ends the work early.</param>
    Task<SquadAnswer> AskAsync(string question, string? without, CancellationToken cancellationToken);
}

/// <summary>An answer, silence, or an error, which is neither.</summary>
/// <param name="Quote">The first passage offered; null where none is.</param>
/// <param name="Score">How sure it is; 0 where nothing is offered.</param>
/// <param name="IsSilent">Whether nothing is offered on purpose.</param>
internal readonly record struct SquadAnswer(string? Quote, double Score, bool IsSilent)
{
    /// <summary>The readings do not say.</summary>
    public static SquadAnswer Silence { get; } = new(null, 0, IsSilent: true);

    /// <summary>The question could not be served.</summary>
    public static SquadAnswer Error { get; } = new(null, 0, IsSilent: false);

    /// <summary>Whether the question could not be served.</summary>
    public bool IsError => Quote is null && !IsSilent;

    /// <summary>A passage, with how sure the answerer is of it.</summary>
    public static SquadAnswer Of(string quote, double score) => new(quote, score, IsSilent: false);
}
