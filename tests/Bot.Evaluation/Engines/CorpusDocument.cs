namespace Bot.Evaluation.Engines;

/// <summary>A document of a test collection.</summary>
/// <param name="Id">Its id in the relevance judgements.</param>
/// <param name="Title">Its title; empty if the collection has none.</param>
/// <param name="Text">Its text without the title; can be empty (twice in Cranfield).</param>
internal sealed record CorpusDocument(string Id, string Title, string Text)
{
    /// <summary>Title and text as one field, which is how plain engines search it.</summary>
    public string TitleAndText => Title.Length == 0 ? Text : $"{Title}\n{Text}";
}

/// <summary>A document that an engine found.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Score">Higher is better; comparable within one query of one engine only.</param>
internal readonly record struct RankedDocument(string Id, double Score)
{
    /// <summary>The confidence, comparable between queries; the score if the engine has no better value.</summary>
    public double Confidence { get; init; } = Score;
}
