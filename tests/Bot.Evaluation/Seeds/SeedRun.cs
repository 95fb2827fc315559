using Bot.Chat;
using Bot.Evaluation.Engines;
using Bot.Library.Readings;

namespace Bot.Evaluation.Seeds;

/// <summary>Puts the questions to the product's own commands, and to plain BM25 over the same sentences.</summary>
internal static class SeedRun
{
    /// <summary>Asks as a member would, and keeps the quotes that are offered as an answer.</summary>
    /// <param name="questions">What to ask.</param>
    /// <param name="ask">Answers a command, given its name and text.</param>
    /// <param name="cancellationToken">Ends the run early.</param>
    public static async Task<IReadOnlyList<SeedOutcome>> AskAsync(
        IReadOnlyList<SeedQuestion> questions,
        Func<string, string, CancellationToken, Task<ChatReply>> ask,
        CancellationToken cancellationToken)
    {
        var outcomes = new List<SeedOutcome>();
        foreach (var question in questions)
        {
            var reply = await ask(question.Command, question.Text, cancellationToken);
            var passages = reply.Quotes.Where(quote => !quote.IsSuggestion).Select(quote => quote.Text).ToList();
            outcomes.Add(new SeedOutcome(question, reply.Status, passages, reply.ToPlainText()));
        }

        return outcomes;
    }

    /// <summary>
    /// The baseline: each sentence a document of its own, for every command the same search, and silence only where no word
    /// of the question stands in any of them.
    /// </summary>
    public static IReadOnlyList<SeedOutcome> Baseline(IReadOnlyList<SeedQuestion> questions, IReadOnlyList<Reading> readings)
    {
        var sentences = readings.SelectMany(Sentences).ToDictionary(sentence => sentence.Id);
        using var engine = new LuceneEngine();
        engine.Index(sentences.Values);
        return [.. questions.Select(Ask)];

        SeedOutcome Ask(SeedQuestion question)
        {
            var passages = engine.Rank(question.Text, 3).Select(found => sentences[found.Id].Text).ToList();
            return new SeedOutcome(question, passages.Count > 0 ? ReplyStatus.Answered : ReplyStatus.Abstained, passages, "");
        }
    }

    private static IEnumerable<CorpusDocument> Sentences(Reading reading) =>
        from paragraph in reading.Paragraphs
        from number in Enumerable.Range(1, paragraph.Sentences.Count)
        let id = $"{reading.Id} {new Anchor(paragraph.Number, number)}"
        select new CorpusDocument(id, "", paragraph.Quote(number, number));
}
