using Bot.Evaluation.Engines;
using Bot.Library.Readings;

namespace Bot.Evaluation.Squad;

/// <summary>
/// The baseline: a plain engine ranks paragraphs, and the best single sentence is the answer. It asserts every result.
/// </summary>
internal sealed class PlainAnswerer(EngineChoice choice) : IAnswerer
{
    private readonly IRankingEngine paragraphs = choice.Open();
    private readonly IRankingEngine sentences = choice.Open();
    private readonly Dictionary<string, (string Paragraph, string Text)> sentenceOf = [];

    public async Task IndexAsync(IReadOnlyList<SquadArticle> articles, CancellationToken cancellationToken)
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

        await paragraphs.IndexAsync(all.Select(paragraph => new CorpusDocument(paragraph.Id, "", paragraph.Text)), cancellationToken);
        await sentences.IndexAsync(sentenceOf.Select(sentence => new CorpusDocument(sentence.Key, "", sentence.Value.Text)), cancellationToken);
    }

    public async Task<IReadOnlyList<string>> RankAsync(string question, int count, CancellationToken cancellationToken) =>
        [.. (await paragraphs.RankAsync(question, count, accepts: null, cancellationToken)).Select(found => found.Id)];

    public async Task<SquadAnswer> AskAsync(string question, string? without, CancellationToken cancellationToken)
    {
        var best = await sentences.RankAsync(question, 1, without is null ? null : id => sentenceOf[id].Paragraph != without, cancellationToken);
        return best.Count == 0 ? SquadAnswer.Nothing : new SquadAnswer(sentenceOf[best[0].Id].Text, best[0].Score, IsAsserted: true);
    }

    public void Dispose()
    {
        paragraphs.Dispose();
        sentences.Dispose();
    }
}
