using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Bot.Library;
using Bot.Library.Languages;
using Bot.Library.Readings;
using Bot.Library.Retrieval;

namespace Bot.Seminar.Ask;

/// <summary>
/// Finds further questions after an answer: what another reading says about it, and what another section of the same reading says. Each is searched
/// before it is offered, so the readings answer it with passages that have not been shown.
/// </summary>
internal sealed class FurtherQuestions(PassageRetriever retriever)
{
    /// <summary>How many passages a search must return in addition to those that are shown.</summary>
    public const int PassagesNeeded = 9;

    private const int MaxQuestions = 3;
    private const int MaxOfAKind = 2;

    // Each one that is tried takes a search.
    private const int MaxTriedOfAKind = 3;

    // All platforms accept a button's label of this length.
    private const int MaxLabel = 75;

    // Chosen by reading what is offered on some texts: docs/evaluation.md. Similar meaning without common words, or common words without similar
    // meaning, lead to other subjects.
    private const double MinSimilarity = 0.35;
    private const double MinSharedWords = 0.35;
    private const double MinConfidenceElsewhere = 0.6;

    // A section is offered if one of its passages is relevant to the question, and a search for its title finds it, unlike for “Introduction”.
    private const double MinSectionConfidence = 0.4;
    private const double MinTitleConfidence = 0.5;

    private readonly ConditionalWeakTable<Reading, ConcurrentDictionary<string, bool>> titles = [];

    /// <summary>Finds at most three questions.</summary>
    /// <param name="snapshot">The readings.</param>
    /// <param name="question">The question that was answered; null if it cannot be asked of another reading.</param>
    /// <param name="shown">The passages of the answer, at least one.</param>
    /// <param name="others">The other passages that were found, the best first.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IReadOnlyList<Choice>> AfterAsync(
        ShelfSnapshot snapshot, string? question, IReadOnlyList<Passage> shown, IReadOnlyList<Passage> others, CancellationToken cancellationToken)
    {
        var bodies = others.Where(passage => passage.Paragraph.Role == ParagraphRole.Body).ToList();
        List<Choice> chosen = [];
        var readings = bodies
            .Where(passage => passage.Score >= MinConfidenceElsewhere && passage.WordShare >= MinSharedWords)
            .Where(passage => !shown.Any(there => there.Reading.Id == passage.Reading.Id))
            .Select(passage => passage.Reading)
            .DistinctBy(reading => reading.Id)
            .Take(MaxTriedOfAKind);
        foreach (var reading in question is null ? [] : readings)
        {
            if (chosen.Count < MaxOfAKind && OfReading(reading, question!) is { } choice
                && await AnswersAsync(snapshot, reading, question!, shown[0], cancellationToken))
            {
                chosen.Add(choice);
            }
        }

        var sections = bodies
            .Where(passage => passage.Score >= MinSectionConfidence && passage.Reading.Id == shown[0].Reading.Id && passage.Paragraph.Section is not null)
            .Where(passage => snapshot.Index.SimilarityOf(passage, shown[0]) >= MinSimilarity)
            .Where(passage => !shown.Any(there => there.Reading.Id == passage.Reading.Id && there.Paragraph.Section == passage.Paragraph.Section))
            .DistinctBy(passage => passage.Paragraph.Section)
            .Take(MaxTriedOfAKind);
        var most = Math.Min(MaxQuestions, chosen.Count + MaxOfAKind);
        foreach (var passage in sections)
        {
            if (chosen.Count < most && OfSection(passage) is { } choice && await IsFoundByTitleAsync(snapshot, passage, cancellationToken))
            {
                chosen.Add(choice);
            }
        }

        return chosen;
    }

    private static Choice? OfReading(Reading reading, string question) => Offer(
        AskTexts.FormatWhatReadingSays(ShortTitles.Of(reading.Title)), "ask", $"{question} reading:{reading.Id}");

    // An article of a law is shown, because a summary would leave out words that matter.
    private static Choice? OfSection(Passage passage)
    {
        var (paragraph, label) = (passage.Paragraph, AskTexts.FormatWhatSectionSays(passage.Paragraph.Section));
        return paragraph.Provision is null
            ? Offer(label, "summary", $"¶{paragraph.Number} reading:{passage.Reading.Id} length:short")
            : Offer(label, "show", $"¶{passage.Reading.Paragraphs.First(first => first.Section == paragraph.Section).Number} reading:{passage.Reading.Id}");
    }

    private static Choice? Offer(string label, string command, string text) =>
        label.Length <= MaxLabel ? new Choice(label, command, text) { MayBeLeftOut = true } : null;

    private async Task<bool> AnswersAsync(
        ShelfSnapshot snapshot, Reading reading, string question, Passage best, CancellationToken cancellationToken)
    {
        var within = new RetrievalQuery(question) { Accepts = (there, _) => ReferenceEquals(there, reading), MaxPassages = 1 };
        var result = await retriever.SearchAsync(snapshot.Index, within, cancellationToken);
        return result is { Certainty: Certainty.Sure, Confidence: >= MinConfidenceElsewhere, Passages: [var found, ..] }
            && found.WordShare >= MinSharedWords
            && snapshot.Index.SimilarityOf(found, best) >= MinSimilarity;
    }

    private async Task<bool> IsFoundByTitleAsync(ShelfSnapshot snapshot, Passage passage, CancellationToken cancellationToken)
    {
        var (reading, section) = (passage.Reading, passage.Paragraph.Section!);
        var known = titles.GetOrCreateValue(reading);
        if (known.TryGetValue(section, out var isFound))
        {
            return isFound;
        }

        // The confidence was fitted on English questions.
        var asked = reading.Language == ReadingLanguage.English ? $"What does the text say about {section}?" : section;
        var within = new RetrievalQuery(asked) { Accepts = (there, _) => ReferenceEquals(there, reading), MaxPassages = 1 };
        var found = await retriever.SearchAsync(snapshot.Index, within, cancellationToken);
        isFound = found.Confidence >= MinTitleConfidence && found.Passages[0].Paragraph.Section == section;

        // What a busy bot finds by less than it has is not kept.
        return found.IsReadBySecondStage && snapshot.Index.HasVectors ? known[section] = isFound : isFound;
    }
}
