using Bot.Library.Readings;

namespace Bot.Seminar.Summary;

/// <summary>A sentence of a text that is summed up.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Paragraph">Its paragraph.</param>
/// <param name="Number">Its number in the paragraph, from 1.</param>
/// <param name="Vector">Of length 1, or of zeros.</param>
internal sealed record SummarySentence(Reading Reading, Paragraph Paragraph, int Number, ReadOnlyMemory<float> Vector)
{
    /// <summary>The sentence, verbatim.</summary>
    public string Text { get; } = Paragraph.Quote(Number, Number);

    /// <summary>How near it is to what the whole text is about: −1 to 1, the cosine with the mean of its sentences.</summary>
    public double Centrality { get; init; }
}
