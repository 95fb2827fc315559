using Bot.Library.Readings;

namespace Bot.Library.Retrieval;

/// <summary>What a query is.</summary>
public enum QueryKind
{
    /// <summary>A question or topic: passages that answer it are wanted.</summary>
    Question,

    /// <summary>A claim: passages against it are wanted.</summary>
    Claim,
}

/// <summary>What is looked for, and where.</summary>
/// <param name="Text">A question, a topic or a claim.</param>
/// <param name="Kind">Which of these it is.</param>
public sealed record RetrievalQuery(string Text, QueryKind Kind = QueryKind.Question)
{
    /// <summary>Leaves out the paragraphs for which it is false; null takes all.</summary>
    public Func<Reading, Paragraph, bool>? Accepts { get; init; }

    /// <summary>Leaves out the sentences, by their numbers, for which it is true; null leaves out none.</summary>
    public Func<Reading, Paragraph, int, bool>? Skips { get; init; }

    /// <summary>Words that must stand in a sentence or beside it, in any of their forms; no condition where they stand nowhere together.</summary>
    public string? Mentioning { get; init; }

    /// <summary>How many passages to return at most; at least 1.</summary>
    public int MaxPassages { get; init; } = 3;

    /// <summary>The most sentences in a passage; 1 to <see cref="Passage.MaxSentences"/>.</summary>
    public int MaxSentences { get; init; } = Passage.MaxSentences;

    /// <summary>Whether only sentences are searched that share a word with the query, in any of its forms.</summary>
    public bool SharesWord { get; init; }

    /// <summary>Whether the second stage may read the best candidates. Look-ups that must be quick go without.</summary>
    public bool UsesSecondStage { get; init; } = true;
}

/// <summary>What was found.</summary>
/// <param name="Passages">The best first, no two of them overlapping.</param>
/// <param name="Confidence">How likely the first passage is right: 0 is surely not, 1 is surely.</param>
/// <param name="Certainty">How sure the result is.</param>
public sealed record RetrievalResult(IReadOnlyList<Passage> Passages, double Confidence, Certainty Certainty)
{
    /// <summary>Words of the query that stand nowhere in the readings, as they were written.</summary>
    public IReadOnlyList<string> UnknownWords { get; init; } = [];

    /// <summary>Nothing was searched or nothing is near.</summary>
    public static RetrievalResult Nothing { get; } = new([], 0, Certainty.None);
}

/// <summary>How sure a result is.</summary>
public enum Certainty
{
    /// <summary>Nothing in the readings is near the query.</summary>
    None,

    /// <summary>They are near the query and may not answer it.</summary>
    Unsure,

    /// <summary>The first one is likely right.</summary>
    Sure,
}
