using Bot.Library.Readings;

namespace Bot.Library.Search;

/// <summary>What a search found, before any judgement of it.</summary>
/// <param name="Query">What was looked for.</param>
/// <param name="Candidates">Every quotable run of sentences in the best paragraphs; empty where no word was found.</param>
/// <param name="Rarity">The weight of each unit of the query: its inverse document frequency.</param>
/// <param name="Known">For each unit of the query, in how many paragraphs it stands in any form.</param>
public sealed record PassageCandidates(
    SearchQuery Query, IReadOnlyList<PassageCandidate> Candidates, IReadOnlyList<double> Rarity, IReadOnlyList<int> Known);

/// <summary>Second stage: the runs of sentences in the best paragraphs, and how much of the query each says.</summary>
public static class PassageSearch
{
    private const int MaxSentences = 3;

    // A sentence that opens with "This approach" or "They" speaks of what the sentence before it names, if less surely.
    private const double Carried = 0.5;

    /// <summary>Gathers the candidates for a query.</summary>
    /// <param name="index">What is searched.</param>
    /// <param name="query">What is looked for.</param>
    /// <param name="paragraphs">How many of the best paragraphs to look into.</param>
    /// <param name="accepts">Leaves out the paragraphs for which it is false; null takes all.</param>
    public static PassageCandidates Gather(
        ReadingIndex index, SearchQuery query, int paragraphs, Func<Reading, Paragraph, bool>? accepts = null)
    {
        return Gather(index, query, ParagraphSearch.Search(index, query, paragraphs, accepts));
    }

    /// <summary>Gathers the candidates for a query in given paragraphs.</summary>
    /// <param name="index">What the paragraphs were found in.</param>
    /// <param name="query">What is looked for.</param>
    /// <param name="paragraphs">The paragraphs, ranked for this query.</param>
    public static PassageCandidates Gather(ReadingIndex index, SearchQuery query, IReadOnlyList<RankedParagraph> paragraphs)
    {
        var scorer = new QueryScorer(index, query);
        var best = paragraphs.Select(paragraph => paragraph.Score).DefaultIfEmpty(1).Max();
        var windows = paragraphs.SelectMany(paragraph => Windows(paragraph, paragraph.Score / best, scorer));
        return new PassageCandidates(query, [.. windows], scorer.Rarity, scorer.Known);
    }

    /// <summary>The weight of each unit of a query: its inverse document frequency among the paragraphs.</summary>
    public static IReadOnlyList<double> RarityOf(ReadingIndex index, SearchQuery query) => new QueryScorer(index, query).Rarity;

    private static IEnumerable<PassageCandidate> Windows(RankedParagraph ranked, double paragraphScore, QueryScorer scorer)
    {
        var paragraph = ranked.Indexed;
        var context = scorer.Match([.. paragraph.Sentences, .. Antecedent(paragraph), paragraph.Section, paragraph.Owner.Title]);
        var contextCoverage = scorer.Coverage(context);
        var sentences = Sentences(paragraph, scorer);
        var coverage = sentences.Select(scorer.Coverage).ToList();
        for (var first = 1; first <= sentences.Count; first++)
        {
            var match = sentences[first - 1];
            var words = 0;
            var peak = first;
            for (var last = first; last <= Math.Min(first + MaxSentences - 1, sentences.Count); last++)
            {
                var span = paragraph.Paragraph.Sentences[last - 1].End - paragraph.Paragraph.Sentences[first - 1].Start;
                if (last > first && span > Passage.MaxLength)
                {
                    break;
                }

                match = last == first ? match : QueryScorer.Either(match, sentences[last - 1]);
                peak = coverage[last - 1] > coverage[peak - 1] ? last : peak;
                words += paragraph.Sentences[last - 1].Words;
                yield return new PassageCandidate(paragraph, first, last)
                {
                    Words = words,
                    Peak = peak,
                    Match = match,
                    ContextMatch = context,
                    Coverage = scorer.Coverage(match),
                    ContextCoverage = contextCoverage,
                    ParagraphScore = paragraphScore,
                };
            }
        }
    }

    // A paragraph that opens with "Its weaknesses …" goes on about what the one before it, under the same heading, names.
    private static IReadOnlyList<IndexedText> Antecedent(IndexedParagraph indexed)
    {
        var number = indexed.Paragraph.Number;
        return number > 1
            && Anaphora.LeansOnPrevious(indexed.Paragraph.Quote(1, 1))
            && indexed.Owner.Paragraphs[number - 2] is var before
            && before.Paragraph.Section == indexed.Paragraph.Section
            ? before.Sentences
            : [];
    }

    private static List<double[]> Sentences(IndexedParagraph paragraph, QueryScorer scorer)
    {
        var matches = new List<double[]>();
        for (var i = 0; i < paragraph.Sentences.Count; i++)
        {
            var own = scorer.Match(paragraph.Sentences[i]);
            if (i == 0 && Antecedent(paragraph) is { Count: > 0 } before)
            {
                own = QueryScorer.Either(own, [.. scorer.Match([.. before]).Select(match => Carried * match)]);
            }
            else if (i > 0 && Anaphora.LeansOnPrevious(paragraph.Paragraph.Quote(i + 1, i + 1)))
            {
                own = QueryScorer.Either(own, [.. matches[i - 1].Select(match => Carried * match)]);
            }

            matches.Add(own);
        }

        return matches;
    }
}
