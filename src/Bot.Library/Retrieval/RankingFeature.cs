namespace Bot.Library.Retrieval;

/// <summary>The features of a sentence that can be quoted. The names are those in the fitted file.</summary>
public enum RankingFeature
{
    /// <summary>The cosine of the sentence with the query, in standard deviations over the searched sentences.</summary>
    SentenceCosine,

    /// <summary>The same for its window: the sentence with its neighbours in the paragraph.</summary>
    WindowCosine,

    /// <summary>BM25 of the sentence, in standard deviations.</summary>
    SentenceBm25,

    /// <summary>BM25 of its window, in standard deviations.</summary>
    WindowBm25,

    /// <summary>The cosine of its place (title, author and heading), in standard deviations.</summary>
    PlaceCosine,

    /// <summary>The second stage's log odds that the sentence answers.</summary>
    SentenceAnswer,

    /// <summary>The same for its window.</summary>
    WindowAnswer,

    /// <summary>The second stage's log odds that the sentence opposes the claim.</summary>
    SentenceOppose,

    /// <summary>The same for its window.</summary>
    WindowOppose,
}

/// <summary>The features for the probability that a passage is right. The names are those in the fitted file.</summary>
public enum ConfidenceFeature
{
    /// <summary>Always 1.</summary>
    Intercept,

    /// <summary>The cosine of the passage's core sentence with the query, −1 to 1.</summary>
    Cosine,

    /// <summary>The cosine of its window.</summary>
    WindowCosine,

    /// <summary>The share of the query's terms, weighted by rarity, that are in its window.</summary>
    Coverage,

    /// <summary>The share of the query's terms, weighted by rarity, that are anywhere on the shelf.</summary>
    KnownTerms,

    /// <summary>
    /// The share of the words of the query's names, with its long numbers, that are neither in its window nor in its place; 0 if the query has none.
    /// </summary>
    MissingNames,

    /// <summary>The mean of the second stage's log odds of the sentence and of its window.</summary>
    Answer,

    /// <summary>The mean of the three highest of these log odds among all candidates, which shows whether anything answers.</summary>
    BestAnswers,

    /// <summary>The mean of the second stage's log odds that the sentence and its window oppose the claim.</summary>
    Oppose,
}
