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
    /// The id of a paragraph to do as if it were not there, which spares an index for each question; null for none.
    /// </param>
    SquadAnswer Ask(string question, string? without = null);
}

/// <summary>An answer, or silence.</summary>
/// <param name="Quote">The first passage offered; null where the answerer is silent.</param>
/// <param name="Score">How sure it is; 0 where it is silent.</param>
internal readonly record struct SquadAnswer(string? Quote, double Score)
{
    /// <summary>Nothing is offered as an answer.</summary>
    public static SquadAnswer Silence => default;

    /// <summary>Whether nothing is offered as an answer.</summary>
    public bool IsSilent => Quote is null;
}
