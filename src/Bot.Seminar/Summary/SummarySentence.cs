using Bot.Library.Readings;

namespace Bot.Seminar.Summary;

/// <summary>A sentence of a text to sum up.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Paragraph">Its paragraph.</param>
/// <param name="Number">Its number in the paragraph, from 1.</param>
/// <param name="Vector">Its vector, of length 1 or all zeros.</param>
internal sealed record SummarySentence(Reading Reading, Paragraph Paragraph, int Number, ReadOnlyMemory<float> Vector)
{
    /// <summary>The sentence, verbatim.</summary>
    public string Text { get; } = Paragraph.Quote(Number, Number);

    /// <summary>Its cosine with the mean of the text's sentences, from −1 to 1.</summary>
    public double Centrality { get; init; }
}
