using Bot.Library;
using Bot.Library.Languages;
using Bot.Library.Readings;
using Bot.Library.Retrieval;

namespace Bot.Seminar.Find;

/// <summary>Finds the passages that contain some words: the best matching sentence of each paragraph.</summary>
internal sealed class FindSearch(PassageRetriever retriever)
{
    /// <summary>The maximum number of passages of one search.</summary>
    public const int MaxPassages = 200;

    /// <summary>Finds passages.</summary>
    /// <param name="snapshot">The readings to search.</param>
    /// <param name="words">The search.</param>
    /// <param name="reading">The only reading to look in; null for all.</param>
    /// <param name="budget">The time limit; paragraphs that were not reached in time are left out.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The best first; no paragraph twice.</returns>
    public async Task<IReadOnlyList<Passage>> RunAsync(
        ShelfSnapshot snapshot, FindWords words, string? reading, TimeBudget budget, CancellationToken cancellationToken)
    {
        // A phrase of stop words ("as it was") cannot be ranked, but it can be found. A ranked phrase can extend over two sentences.
        if (words.Phrases.Count > 0)
        {
            var holding = FindInOrder(snapshot.Readings, words, reading, budget);
            return TextAnalysis.ReadTerms(words.Wanted).Count == 0 ? holding : await RankAsync(snapshot, words, holding, cancellationToken);
        }

        var found = await SearchAsync(snapshot, words, (owner, paragraph) => IsAsked(words, reading, owner, paragraph, budget), cancellationToken);
        return [.. found.DistinctBy(passage => passage.Paragraph).Take(MaxPassages)];
    }

    private async Task<IReadOnlyList<Passage>> RankAsync(
        ShelfSnapshot snapshot, FindWords words, IReadOnlyList<Passage> holding, CancellationToken cancellationToken)
    {
        var byParagraph = holding.ToDictionary(object (passage) => passage.Paragraph, ReferenceEqualityComparer.Instance);
        var found = await SearchAsync(snapshot, words, (_, paragraph) => byParagraph.ContainsKey(paragraph), cancellationToken);
        var ranked = found.DistinctBy(passage => passage.Paragraph).Select(passage => byParagraph[passage.Paragraph] with { Score = passage.Score }).ToList();
        return [.. ranked, .. holding.Where(passage => !ranked.Exists(other => ReferenceEquals(other.Paragraph, passage.Paragraph)))];
    }

    private async Task<IReadOnlyList<Passage>> SearchAsync(
        ShelfSnapshot snapshot, FindWords words, Func<Reading, Paragraph, bool> accepts, CancellationToken cancellationToken)
    {
        var query = new RetrievalQuery(words.Wanted)
        {
            Accepts = accepts,
            MaxPassages = MaxPassages * Passage.MaxSentences,
            MaxSentences = 1,
            SharesWord = true,
            UsesSecondStage = false,
        };
        var found = await retriever.SearchAsync(snapshot.Index, query, cancellationToken);

        // Passages with all the words come first.
        return
        [
            .. found.Passages
                .Select(passage => passage with { Score = (passage.WordShare + passage.Score) / 2 })
                .OrderByDescending(passage => passage.Score),
        ];
    }

    private static List<Passage> FindInOrder(IReadOnlyList<Reading> readings, FindWords words, string? reading, TimeBudget budget) =>
    [
        .. readings
            .SelectMany(owner => owner.Paragraphs
                .Where(paragraph => IsAsked(words, reading, owner, paragraph, budget))
                .Select(paragraph => QuoteAround(owner, paragraph, words.Phrases[0])))
            .Take(MaxPassages),
    ];

    private static Passage QuoteAround(Reading reading, Paragraph paragraph, ExactPhrase phrase)
    {
        var place = phrase.FindPlaces(paragraph.Text).First();
        var numbers = Enumerable.Range(1, paragraph.Sentences.Count)
            .Where(number => paragraph.Sentences[number - 1] is var sentence && sentence.Start < place.End && place.Start < sentence.End)
            .ToList();
        var (first, last) = (numbers[0], numbers[^1]);
        var fits = last - first < Passage.MaxSentences && paragraph.Quote(first, last).Length <= Passage.MaxLength;
        return new Passage(reading, paragraph, first, fits ? last : first);
    }

    private static bool IsAsked(FindWords words, string? reading, Reading owner, Paragraph paragraph, TimeBudget budget) =>
        paragraph.Role != ParagraphRole.Reference
        && (reading is null || owner.Id.Value == reading)
        && !budget.IsOver()
        && words.Phrases.All(phrase => phrase.IsIn(paragraph.Text))
        && !words.LeavesOut(paragraph.Text);
}
