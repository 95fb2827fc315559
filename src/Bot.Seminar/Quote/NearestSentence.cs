using Bot.Chat;
using Bot.Library.Search;

namespace Bot.Seminar.Quote;

/// <summary>Finds where to look when a quote is in no reading.</summary>
internal static class NearestSentence
{
    private const int Paragraphs = 5;

    // With less than a third of the words, "nearest" would mislead.
    private const double LeastShare = 1.0 / 3;

    /// <summary>The sentence that has most of a text's words in any of their forms; null where none has a fair share.</summary>
    public static QuotePart? To(string text, ReadingIndex index)
    {
        var sought = Stems(text);
        var (best, bestShare) = ((QuotePart?)null, 0.0);
        foreach (var found in ParagraphSearch.Search(index, SearchQuery.Parse(text, index.Lexicon), Paragraphs))
        {
            foreach (var sentence in found.Paragraph.Sentences)
            {
                var shared = Stems(found.Paragraph.Text[sentence.Start..sentence.End]).Count(sought.Contains);
                var share = (double)shared / sought.Count;
                if (share > bestShare)
                {
                    (best, bestShare) = (new QuotePart(found.Reading, found.Paragraph, [new TextSpan(sentence.Start, sentence.Length)]), share);
                }
            }
        }

        return bestShare >= LeastShare ? best : null;
    }

    private static HashSet<string> Stems(string text) =>
        [.. TextAnalysis.Tokenize(text).Where(token => !token.IsStopWord).Select(token => token.Term)];
}
