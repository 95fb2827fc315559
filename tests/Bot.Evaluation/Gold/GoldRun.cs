using Bot.Chat;
using Bot.Evaluation.Engines;
using Bot.Evaluation.Product;
using Bot.Library.Readings;

namespace Bot.Evaluation.Gold;

/// <summary>Asks the questions with the product's commands, and with plain BM25 over the same sentences.</summary>
internal static class GoldRun
{
    private const int MaxPassages = 3;

    /// <summary>Runs a question's command and collects the offered quotes, asserted or only related.</summary>
    /// <param name="seminar">The seminar to ask.</param>
    /// <param name="question">The question.</param>
    /// <param name="reading">The reading to search; null for all.</param>
    /// <param name="cancellationToken">Cancels the run early.</param>
    public static async Task<GoldOutcome> AskAsync(SeminarUnderTest seminar, GoldQuestion question, ReadingId? reading, CancellationToken cancellationToken)
    {
        var reply = await seminar.AskAsync(question.Command, question.Text, reading, cancellationToken);
        var passages = reply.Quotes.Where(quote => !quote.IsSuggestion).Select(quote => new OfferedPassage(quote.Text, quote.Citation.Reading));
        return new GoldOutcome(question, reply.Status, [.. passages]) { Confidence = reply.Confidence ?? 0, Message = reply.ToPlainText() };
    }

    /// <summary>
    /// The baseline: each sentence is a document, every command uses the same search, and it is silent only if no sentence contains a word of the question.
    /// </summary>
    public static async Task<IReadOnlyList<GoldOutcome>> BaselineAsync(
        IReadOnlyList<GoldQuestion> questions, IReadOnlyList<Reading> readings, CancellationToken cancellationToken)
    {
        var sentences = readings.SelectMany(Sentences).ToDictionary(sentence => sentence.Id);
        using var engine = new LuceneEngine();
        await engine.IndexAsync(sentences.Values, cancellationToken);
        var outcomes = new List<GoldOutcome>();
        foreach (var question in questions)
        {
            var found = await engine.RankAsync(question.Text, MaxPassages, accepts: null, cancellationToken);
            var passages = found.Select(item => new OfferedPassage(sentences[item.Id].Text, "")).ToList();
            outcomes.Add(new GoldOutcome(question, passages.Count > 0 ? ReplyStatus.Answered : ReplyStatus.Abstained, passages));
        }

        return outcomes;
    }

    private static IEnumerable<CorpusDocument> Sentences(Reading reading) =>
        from paragraph in reading.Paragraphs
        from number in Enumerable.Range(1, paragraph.Sentences.Count)
        let id = $"{reading.Id} {new Anchor(paragraph.Number, number)}"
        select new CorpusDocument(id, "", paragraph.Quote(number, number));
}
