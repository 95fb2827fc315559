using System.Numerics.Tensors;
using Bot.Chat;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Summary;

/// <summary>A sentence chosen for a summary, with those before it that it leans on.</summary>
/// <param name="Core">The sentence that was chosen.</param>
/// <param name="First">The number of the first sentence to quote; the last one is the core.</param>
internal sealed record Extract(SummarySentence Core, int First)
{
    private const int MinWords = 6;
    private const int MaxWords = 45;

    /// <summary>How many sentences it takes.</summary>
    public int Count => Core.Number - First + 1;

    /// <summary>What may be quoted of some sentences: neither questions nor fragments, nothing that leans on what is not shown.</summary>
    public static IReadOnlyList<Extract> Of(IEnumerable<SummarySentence> sentences) =>
        [.. sentences.Where(IsQuotable).Select(Of).OfType<Extract>()];

    /// <summary>The sentence, with those before it that it leans on; null where these cannot be shown with it.</summary>
    public static Extract? Of(SummarySentence sentence) =>
        Opening.FirstToQuote(sentence.Paragraph, sentence.Number) is { } first ? new Extract(sentence, first) : null;

    /// <summary>How alike two extracts are: −1 to 1.</summary>
    public double Likeness(Extract other) => TensorPrimitives.Dot(Core.Vector.Span, other.Core.Vector.Span);

    /// <summary>Whether both quote a sentence in common.</summary>
    public bool Overlaps(Extract other) =>
        ReferenceEquals(Core.Paragraph, other.Core.Paragraph) && First <= other.Core.Number && other.First <= Core.Number;

    /// <summary>The quote.</summary>
    public QuoteBlock ToQuote() => Quotation.Of(Core.Reading, Core.Paragraph, First, Core.Number);

    // From a capital to a full stop: no question, no item of a list, no piece of a sentence.
    private static bool IsQuotable(SummarySentence sentence)
    {
        var text = sentence.Text.AsSpan().TrimStart("\"“‘'(*_").TrimEnd("\"”’')]*_0123456789[ ");
        return text.Length > 0 && char.IsUpper(text[0]) && text[^1] == '.' && sentence.Text.Split(' ').Length is >= MinWords and <= MaxWords;
    }
}
