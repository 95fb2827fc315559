using System.Numerics.Tensors;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Summary;

/// <summary>A sentence chosen for a summary, with the earlier sentences that it depends on and the next one if that answers it.</summary>
/// <param name="Core">The sentence that was chosen.</param>
/// <param name="First">The number of the first sentence to quote.</param>
/// <param name="Last">The number of the last one.</param>
internal sealed record Extract(SummarySentence Core, int First, int Last)
{
    private const int MinWords = 6;
    private const int MaxWords = 45;

    /// <summary>The number of its sentences.</summary>
    public int Count => Last - First + 1;

    /// <summary>The quotable extracts of some sentences: no questions, no fragments, and nothing that depends on text that is not shown.</summary>
    public static IReadOnlyList<Extract> Of(IEnumerable<SummarySentence> sentences) =>
        [.. sentences.Where(IsQuotable).Select(Of).OfType<Extract>()];

    /// <summary>The extract of a sentence; null if what belongs to it cannot be shown with it.</summary>
    public static Extract? Of(SummarySentence sentence) =>
        Opening.FindFirstToQuote(sentence.Paragraph, sentence.Number) is { } first
        && Opening.FindLastToQuote(sentence.Paragraph, first, sentence.Number) is { } last
            ? new Extract(sentence, first, last)
            : null;

    /// <summary>The similarity of two extracts, from −1 to 1.</summary>
    public double MeasureLikeness(Extract other) => TensorPrimitives.Dot(Core.Vector.Span, other.Core.Vector.Span);

    /// <summary>Whether they have a sentence in common.</summary>
    public bool Overlaps(Extract other) =>
        ReferenceEquals(Core.Paragraph, other.Core.Paragraph) && First <= other.Last && other.First <= Last;

    /// <summary>The quote.</summary>
    public QuoteBlock ToQuote() => Quotation.Of(Core.Reading, Core.Paragraph, First, Last);

    // It must begin with a capital and end with a full stop: no question, no list item, no fragment.
    private static bool IsQuotable(SummarySentence sentence)
    {
        var text = sentence.Text.AsSpan().TrimStart("\"“‘'(*_").TrimEnd("\"”’')]*_0123456789[ ");
        return text.Length > 0 && char.IsUpper(text[0]) && text[^1] == '.' && sentence.Text.Split(' ').Length is >= MinWords and <= MaxWords;
    }
}
