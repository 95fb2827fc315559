using Bot.Library;
using Bot.Library.Readings;
using Bot.Library.Search;

namespace Bot.Seminar.Find;

/// <summary>Finds the passages that hold some words: of each paragraph the sentences that say most of them.</summary>
internal static class FindSearch
{
    /// <summary>The most passages that one search gives; nobody pages further.</summary>
    public const int MostPassages = 200;

    private const double CostOfWord = 0.003;

    // A passage holds a word in its own form or in one that can stand for it; looser kin counts only where there is nothing else.
    private const double HoldsWord = 0.7;

    /// <summary>Finds passages.</summary>
    /// <param name="snapshot">What is searched.</param>
    /// <param name="words">What is looked for.</param>
    /// <param name="reading">The only reading to look in; null for all.</param>
    /// <returns>The best first; no paragraph twice.</returns>
    public static IReadOnlyList<Passage> Run(ShelfSnapshot snapshot, FindWords words, string? reading)
    {
        var query = SearchQuery.Parse(words.Wanted, snapshot.Index.Lexicon);
        return query.Units.Count > 0 ? Ranked(snapshot.Index, query, words, reading) : InReadingOrder(snapshot.Readings, words, reading);
    }

    private static List<Passage> Ranked(ReadingIndex index, SearchQuery query, FindWords words, string? reading)
    {
        var found = PassageSearch.Gather(index, query, MostPassages, (owner, paragraph) => IsAsked(words, reading, owner, paragraph));
        var best = found.Candidates
            .GroupBy(candidate => (candidate.Reading.Id, candidate.Paragraph.Number))
            .Select(windows => BestWindow(windows, words))
            .Where(candidate => candidate.Coverage > 0)
            .ToList();
        var holding = best.Where(candidate => candidate.Match.Any(match => match >= HoldsWord)).ToList();
        return [.. (holding.Count > 0 ? holding : best).Select(Passage).OrderByDescending(passage => passage.Score)];
    }

    private static PassageCandidate BestWindow(IEnumerable<PassageCandidate> windows, FindWords words) => windows
        .OrderByDescending(window => words.Phrases.Count(phrase => phrase.IsIn(window.Quote)))
        .ThenByDescending(window => window.Coverage - (CostOfWord * window.Words))
        .First();

    private static Passage Passage(PassageCandidate candidate) => new(
        candidate.Reading,
        candidate.Paragraph,
        candidate.First,
        candidate.Last,
        Math.Round((candidate.Coverage + candidate.ParagraphScore) / 2, 2));

    // A phrase of little words ("as it was") cannot be ranked, but it can be found.
    private static List<Passage> InReadingOrder(IReadOnlyList<Reading> readings, FindWords words, string? reading) => words.Phrases.Count == 0
        ? []
        : [.. readings
            .SelectMany(owner => owner.Paragraphs.Where(paragraph => IsAsked(words, reading, owner, paragraph)).Select(paragraph => Around(owner, paragraph, words.Phrases[0])))
            .Take(MostPassages)];

    private static Passage Around(Reading reading, Paragraph paragraph, ExactPhrase phrase)
    {
        var place = phrase.PlacesIn(paragraph.Text).First();
        var numbers = Enumerable.Range(1, paragraph.Sentences.Count)
            .Where(number => paragraph.Sentences[number - 1] is var sentence && sentence.Start < place.End && place.Start < sentence.End)
            .ToList();
        var (first, last) = (numbers[0], numbers[^1]);
        var fits = last - first < 3 && paragraph.Quote(first, last).Length <= Library.Search.Passage.MaxLength;
        return new Passage(reading, paragraph, first, fits ? last : first, 1);
    }

    private static bool IsAsked(FindWords words, string? reading, Reading owner, Paragraph paragraph) =>
        paragraph.Role != ParagraphRole.Reference
        && (reading is null || owner.Id.Value == reading)
        && words.Phrases.All(phrase => phrase.IsIn(paragraph.Text))
        && !words.Unwanted.Any(word => word.IsIn(paragraph.Text));
}
