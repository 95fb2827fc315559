using Bot.Evaluation.Engines;
using Bot.Library.Readings;

namespace Bot.Evaluation.Squad;

/// <summary>
/// The baseline: a plain engine ranks paragraphs, and the single sentence that ranks best is the answer. It is silent only where
/// no sentence shares a word with the question.
/// </summary>
internal sealed class PlainAnswerer(EngineChoice choice) : IAnswerer
{
    private readonly IRankingEngine paragraphs = choice.Open();
    private readonly IRankingEngine sentences = choice.Open();
    private readonly Dictionary<string, (string Paragraph, string Text)> sentenceOf = [];

    public void Index(IReadOnlyList<SquadArticle> articles)
    {
        var all = articles.SelectMany(article => article.Paragraphs).ToList();
        var cut = InMemoryReading.Create("all", "", all.Select(paragraph => paragraph.Text)).Paragraphs;
        foreach (var (source, paragraph) in all.Zip(cut))
        {
            for (var number = 1; number <= paragraph.Sentences.Count; number++)
            {
                sentenceOf.Add($"{source.Id} {new Anchor(paragraph.Number, number)}", (source.Id, paragraph.Quote(number, number)));
            }
        }

        paragraphs.Index(all.Select(paragraph => new CorpusDocument(paragraph.Id, "", paragraph.Text)));
        sentences.Index(sentenceOf.Select(sentence => new CorpusDocument(sentence.Key, "", sentence.Value.Text)));
    }

    public IReadOnlyList<string> Rank(string question, int count) =>
        [.. paragraphs.Rank(question, count).Select(found => found.Id)];

    public Task<SquadAnswer> AskAsync(string question, string? without, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var best = sentences.Rank(question, 1, without is null ? null : id => sentenceOf[id].Paragraph != without);
        return Task.FromResult(best.Count == 0 ? SquadAnswer.Silence : SquadAnswer.Of(sentenceOf[best[0].Id].Text, best[0].Score));
    }

    public void Dispose()
    {
        paragraphs.Dispose();
        sentences.Dispose();
    }
}
