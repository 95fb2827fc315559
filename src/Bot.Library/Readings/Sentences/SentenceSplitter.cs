using Bot.Library.Languages;

namespace Bot.Library.Readings.Sentences;

/// <summary>
/// Cuts a paragraph into sentences by rules of punctuation, with the abbreviations and opening words of its language. Linear in the length of
/// the text; thread-safe.
/// </summary>
/// <param name="language">The language of the text; <see cref="ReadingLanguage.Other"/> for any that ends a sentence with a mark.</param>
public sealed class SentenceSplitter(ReadingLanguage language = ReadingLanguage.English)
{
    private readonly BoundaryRules rules = new(SentenceLanguage.Of(language));

    /// <summary>Cuts a text where its sentences end.</summary>
    /// <param name="text">One paragraph.</param>
    /// <returns>The sentences in order, without the white space between them; empty for a blank text.</returns>
    public IReadOnlyList<Sentence> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = new List<Sentence>();
        var items = new Queue<int>(Enumeration.FindItemStarts(text));
        var asides = new Asides(text);
        var withoutCapitals = IsWithoutCapitals(text);
        var start = Marks.SkipSpace(text, 0);
        for (var i = start; i < text.Length; i++)
        {
            if (items.TryPeek(out var item) && item <= i)
            {
                items.Dequeue();
                Add(sentences, text, start, item);
                start = item;
                i = Math.Max(i, item + Enumeration.MeasureMarker(text, item));
            }

            if (i >= text.Length || !Marks.IsEnd(text[i]))
            {
                continue;
            }

            var ending = Ending.Read(text, i);
            if (ending.Next < text.Length && !asides.GoesOnBehind(i) && rules.IsBoundary(text, start, ending, withoutCapitals))
            {
                var end = ending.IsSentenceThenEllipsis ? ending.Mark + 1 : ending.End;
                Add(sentences, text, start, end);
                start = Marks.SkipSpace(text, end);
            }

            i = ending.End - 1;
        }

        Add(sentences, text, start, text.Length);
        return sentences;
    }

    // Someone who writes "i", or opens with a small letter, does so later too. In any other text a small letter shows that the
    // sentence goes on.
    private static bool IsWithoutCapitals(string text) =>
        (text.Length > 0 && char.IsLower(text[0]))
        || text.Contains(" i ", StringComparison.Ordinal) || text.Contains(" i'm ", StringComparison.Ordinal);

    private static void Add(List<Sentence> sentences, string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            sentences.Add(new Sentence(start, end - start));
        }
    }
}
