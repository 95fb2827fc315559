using Bot.Chat;

namespace Bot.Seminar.Quote;

/// <summary>Finds where to look when a quote is in no reading.</summary>
internal static class NearestSentence
{
    // Below a quarter of what the words tell, "nearest" would mislead.
    private const double LeastShare = 0.25;

    /// <summary>The sentence, among some stretches, that has most of the words; null where none has a fair share.</summary>
    public static QuotePart? In(QuoteIndex index, int[] words, IReadOnlyList<Stretch> stretches)
    {
        var sought = words.Distinct().ToDictionary(word => word, index.Weight);
        var all = Math.Max(sought.Values.Sum() + words.Count(word => word == QuoteIndex.UnknownWord), 0.001);
        var (best, bestShare) = ((QuotePart?)null, 0.0);
        foreach (var ordinal in stretches.Select(stretch => index.ParagraphAt(stretch.Start)).Distinct())
        {
            var (reading, paragraph) = index.Paragraph(ordinal);
            foreach (var sentence in paragraph.Sentences)
            {
                var share = Words(index, paragraph.Text[sentence.Start..sentence.End]).Distinct().Sum(word => sought.GetValueOrDefault(word)) / all;
                if (share > bestShare)
                {
                    (best, bestShare) = (new QuotePart(reading, paragraph, [new TextSpan(sentence.Start, sentence.Length)]), share);
                }
            }
        }

        return bestShare >= LeastShare ? best : null;
    }

    private static IEnumerable<int> Words(QuoteIndex index, string text) =>
        QuoteToken.Scan(text).Where(token => token.Kind == TokenKind.Word).Select(token => index.Number(token.Form));
}
