using Bot.Library.Readings;

namespace Bot.Library.Retrieval;

/// <summary>The kind of a query.</summary>
public enum QueryKind
{
    /// <summary>A question or topic: search for passages that answer it.</summary>
    Question,

    /// <summary>A claim: search for passages against it.</summary>
    Claim,
}

/// <summary>A search query with its conditions.</summary>
/// <param name="Text">A question, a topic or a claim.</param>
/// <param name="Kind">The kind of the text.</param>
public sealed record RetrievalQuery(string Text, QueryKind Kind = QueryKind.Question)
{
    /// <summary>Which paragraphs to search; null for all.</summary>
    public Func<Reading, Paragraph, bool>? Accepts { get; init; }

    /// <summary>Which sentences, by their numbers, to skip; null for none.</summary>
    public Func<Reading, Paragraph, int, bool>? Skips { get; init; }

    /// <summary>Words that must be in a sentence or its neighbours, in any of their forms.</summary>
    public string? Mentioning { get; init; }

    /// <summary>Whether nothing is found if the words of <see cref="Mentioning"/> are nowhere together; otherwise they are ignored then.</summary>
    public bool NeedsMention { get; init; }

    /// <summary>The maximum number of passages; at least 1.</summary>
    public int MaxPassages { get; init; } = 3;

    /// <summary>The maximum number of sentences in a passage; 1 to <see cref="Passage.MaxSentences"/>.</summary>
    public int MaxSentences { get; init; } = Passage.MaxSentences;

    /// <summary>Whether to search only sentences that share a word with the query, in any of its forms.</summary>
    public bool SharesWord { get; init; }

    /// <summary>Whether the second stage can read the best candidates. Fast look-ups do not use it.</summary>
    public bool UsesSecondStage { get; init; } = true;
}

/// <summary>The result of a search.</summary>
/// <param name="Passages">The passages without overlap, the best first.</param>
/// <param name="Confidence">The probability that the first passage is right, from 0 to 1.</param>
/// <param name="Certainty">How sure the result is.</param>
public sealed record RetrievalResult(IReadOnlyList<Passage> Passages, double Confidence, Certainty Certainty)
{
    /// <summary>Names, long numbers and words of the query that are nowhere in the readings, as they were typed.</summary>
    public IReadOnlyList<string> UnknownWords { get; init; } = [];

    /// <summary>Those of <see cref="UnknownWords"/> that a question is about, by meaning; empty without vectors.</summary>
    public IReadOnlyList<string> UnknownSubjects { get; init; } = [];

    /// <summary>Names and long numbers of the query, as they were typed, of which no word is anywhere in the readings.</summary>
    public IReadOnlyList<string> UnknownNames { get; init; } = [];

    /// <summary>
    /// For each passage, in their order, the names and long numbers of the query, as they were typed, that are neither in its paragraph nor in its title,
    /// author or heading; empty for a passage that is not in English.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> MissingNames { get; init; } = [];

    /// <summary>Whether the readings are about the subject of the query, by the fitted weights; true if that was not computed.</summary>
    public bool IsOnSubject { get; init; } = true;

    /// <summary>Whether the second stage read the best candidates; false if it is off or busy.</summary>
    public bool IsReadBySecondStage { get; init; }

    /// <summary>Nothing was searched or nothing is near.</summary>
    public static RetrievalResult Nothing { get; } = new([], 0, Certainty.None);
}

/// <summary>How sure a result is.</summary>
public enum Certainty
{
    /// <summary>Nothing in the readings is near the query.</summary>
    None,

    /// <summary>The passages are near the query but may not answer it.</summary>
    Unsure,

    /// <summary>The first passage is probably right.</summary>
    Sure,
}
