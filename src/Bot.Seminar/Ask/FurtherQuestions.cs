using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Bot.Library;
using Bot.Library.Languages;
using Bot.Library.Readings;
using Bot.Library.Retrieval;

namespace Bot.Seminar.Ask;

/// <summary>
/// Finds questions to go on with after an answer: what another reading says about the same, and what a section says that bears on it. Only
/// questions that the readings surely answer are offered, with passages that the answer has not shown.
/// </summary>
internal sealed class FurtherQuestions(PassageRetriever retriever)
{
    /// <summary>How many passages beyond those that are shown a search has to return for this.</summary>
    public const int PassagesNeeded = 9;

    private const int MaxQuestions = 3;
    private const int MaxOfAKind = 2;

    // What every platform takes on a button.
    private const int MaxLabel = 75;

    // Chosen by reading what is offered on some texts, and read again on others: docs/evaluation.md. What is offered is about the same as the answer:
    // it shares words with the question, or the sentences are near in meaning. Meaning or words alone lead to other subjects.
    private const double Likeness = 0.35;
    private const double SharedWords = 0.35;
    private const double SureElsewhere = 0.6;

    // A passage of the section bears on the question, and its title alone leads to it, which “Introduction” does not.
    private const double NearSection = 0.4;
    private const double ToldByTitle = 0.5;

    private readonly ConditionalWeakTable<Reading, ConcurrentDictionary<string, bool>> titles = [];

    /// <summary>The questions, at most three; none where none is good.</summary>
    /// <param name="snapshot">The readings.</param>
    /// <param name="question">The question that was answered; null where it cannot be put to another reading.</param>
    /// <param name="shown">The passages of the answer, at least one.</param>
    /// <param name="others">The passages that were found besides, the best first.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyList<Choice>> AfterAsync(
        ShelfSnapshot snapshot, string? question, IReadOnlyList<Passage> shown, IReadOnlyList<Passage> others, CancellationToken cancellationToken)
    {
        var bodies = others.Where(passage => passage.Paragraph.Role == ParagraphRole.Body).ToList();
        List<Choice> chosen = [];
        var readings = bodies
            .Where(passage => passage.Score >= SureElsewhere && passage.WordShare >= SharedWords)
            .Where(passage => !shown.Any(there => there.Reading.Id == passage.Reading.Id))
            .Select(passage => passage.Reading)
            .DistinctBy(reading => reading.Id);
        foreach (var reading in question is null ? [] : readings)
        {
            if (chosen.Count < MaxOfAKind && OfReading(reading, question!) is { } choice
                && await AnswersAsync(snapshot, reading, question!, shown[0], cancellationToken))
            {
                chosen.Add(choice);
            }
        }

        var sections = bodies
            .Where(passage => passage.Score >= NearSection && passage.Reading.Id == shown[0].Reading.Id && passage.Paragraph.Section is not null)
            .Where(passage => snapshot.Index.LikenessOf(passage, shown[0]) >= Likeness)
            .Where(passage => !shown.Any(there => there.Reading.Id == passage.Reading.Id && there.Paragraph.Section == passage.Paragraph.Section))
            .DistinctBy(passage => passage.Paragraph.Section);
        var most = Math.Min(MaxQuestions, chosen.Count + MaxOfAKind);
        foreach (var passage in sections)
        {
            if (chosen.Count < most && OfSection(passage) is { } choice && await IsToldByTitleAsync(snapshot, passage, cancellationToken))
            {
                chosen.Add(choice);
            }
        }

        return chosen;
    }

    private static Choice? OfReading(Reading reading, string question) => Offer(
        AskTexts.FormatWhatReadingSays(ShortTitles.Of(reading.Title)), "ask", $"{question} reading:{reading.Id}");

    // What an article of a law says is its own words, few of which can be left out.
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
        return result is { Certainty: Certainty.Sure, Confidence: >= SureElsewhere, Passages: [var found, ..] }
            && found.WordShare >= SharedWords
            && snapshot.Index.LikenessOf(found, best) >= Likeness;
    }

    private async Task<bool> IsToldByTitleAsync(ShelfSnapshot snapshot, Passage passage, CancellationToken cancellationToken)
    {
        var (reading, section) = (passage.Reading, passage.Paragraph.Section!);
        var known = titles.GetOrCreateValue(reading);
        if (known.TryGetValue(section, out var isTold))
        {
            return isTold;
        }

        // The questions that the confidence was fitted on are English sentences.
        var asked = reading.Language == ReadingLanguage.English ? $"What does the text say about {section}?" : section;
        var within = new RetrievalQuery(asked) { Accepts = (there, _) => ReferenceEquals(there, reading), MaxPassages = 1 };
        var found = await retriever.SearchAsync(snapshot.Index, within, cancellationToken);
        return known[section] = found.Confidence >= ToldByTitle && found.Passages[0].Paragraph.Section == section;
    }
}
