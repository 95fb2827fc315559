using Bot.Library.Readings;
using Bot.Library.Retrieval;

namespace Bot.Seminar.Summary;

/// <summary>A sentence of a text to sum up.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="InSpace">The sentence with its vector.</param>
internal sealed record SummarySentence(Reading Reading, SpaceSentence InSpace)
{
    /// <summary>Its paragraph.</summary>
    public Paragraph Paragraph => InSpace.Paragraph;

    /// <summary>Its number in the paragraph, from 1.</summary>
    public int Number => InSpace.Number;

    /// <summary>Its cosine with the mean of the text's sentences, from −1 to 1; 0 if it was not computed.</summary>
    public double Centrality { get; init; }
}
