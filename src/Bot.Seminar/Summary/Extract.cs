using System.Globalization;
using Bot.Library.Languages;
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
    private const string Openers = "\"“‘'«„(*_";
    private const string Closers = "\"”’'»“)]*_0123456789[ ";
    private const string FullStops = ".。।۔";

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

    /// <summary>The similarity of its core with a sentence, from −1 to 1.</summary>
    /// <param name="vector">The sentence's vector.</param>
    public double MeasureLikeness(ReadOnlySpan<float> vector) => Core.InSpace.CosineWith(vector);

    /// <summary>Whether they have a sentence in common.</summary>
    public bool Overlaps(Extract other) =>
        ReferenceEquals(Core.Paragraph, other.Core.Paragraph) && First <= other.Last && other.First <= Last;

    /// <summary>The quote.</summary>
    public QuoteBlock ToQuote() => Quotation.Alone(Core.Reading, Core.Paragraph, First, Last);

    // It must begin with a capital, if its script has any, and end with a full stop: no question, no list item, no fragment.
    private static bool IsQuotable(SummarySentence sentence)
    {
        var verbatim = sentence.InSpace.Text;
        var text = verbatim.AsSpan().TrimStart(Openers).TrimEnd(Closers);
        return text.Length > 0
            && (char.IsUpper(text[0]) || char.GetUnicodeCategory(text[0]) == UnicodeCategory.OtherLetter)
            && FullStops.Contains(text[^1], StringComparison.Ordinal)
            && CountWords(verbatim, sentence.Reading.Language) is >= MinWords and <= MaxWords;
    }

    // Some other languages have no spaces between words.
    private static int CountWords(string sentence, ReadingLanguage language) => language == ReadingLanguage.Other
        ? TextAnalysis.Tokenize(sentence, language).Count
        : sentence.AsSpan().Count(' ') + 1;
}
