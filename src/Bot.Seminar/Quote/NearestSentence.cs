using Bot.Library;
using Bot.Library.Languages;
using Bot.Library.Retrieval;

namespace Bot.Seminar.Quote;

/// <summary>Finds the most similar sentence if a quote is in no reading.</summary>
internal static class NearestSentence
{
    private const int MaxTried = 5;

    // With less than a third of the words, "nearest" would mislead.
    private const double MinShare = 1.0 / 3;

    /// <summary>The sentence with most of a text's words in any of their forms; null if none has enough of them.</summary>
    public static async Task<QuotePart?> ToAsync(string text, ShelfSnapshot snapshot, PassageRetriever retriever, CancellationToken cancellationToken)
    {
        var sought = TextAnalysis.ReadTerms(text).ToHashSet(StringComparer.Ordinal);
        var query = new RetrievalQuery(text) { MaxPassages = MaxTried, MaxSentences = 1, SharesWord = true, UsesSecondStage = false };
        var found = await retriever.SearchAsync(snapshot.Index, query, cancellationToken);
        var best = found.Passages
            .Select(passage => (Passage: passage, Shared: TextAnalysis.ReadTerms(passage.Quote).Distinct().Count(sought.Contains)))
            .OrderByDescending(item => item.Shared)
            .FirstOrDefault();
        if (best.Passage is not { } nearest || best.Shared < MinShare * sought.Count)
        {
            return null;
        }

        var sentence = nearest.Paragraph.Sentences[nearest.Core - 1];
        return new QuotePart(nearest.Reading, nearest.Paragraph, [new TextSpan(sentence.Start, sentence.Length)]);
    }
}
