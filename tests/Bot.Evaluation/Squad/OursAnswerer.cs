using Bot.Evaluation.Engines;
using Bot.Evaluation.Product;
using Bot.Library.Readings;
using Bot.Library.Retrieval;

namespace Bot.Evaluation.Squad;

/// <summary>The product's retrieval as <c>ask</c> uses it, with each article as a reading.</summary>
internal sealed class OursAnswerer : IAnswerer
{
    private readonly PassageRetriever retriever = new(ProductModels.Queries, ProductModels.KeptSecondStage, ProductModels.Ranking);
    private readonly Dictionary<Paragraph, string> idOf = new(ReferenceEqualityComparer.Instance);
    private RetrievalIndex index = RetrievalIndex.Build([]);

    public async Task IndexAsync(IReadOnlyList<SquadArticle> articles, CancellationToken cancellationToken)
    {
        var readings = articles.Select((article, i) => InMemoryReading.Create($"article-{i + 1}", article.Title, article.Paragraphs.Select(paragraph => paragraph.Text))).ToList();
        foreach (var (paragraph, source) in readings.SelectMany(reading => reading.Paragraphs).Zip(articles.SelectMany(article => article.Paragraphs)))
        {
            idOf.Add(paragraph, source.Id);
        }

        index = await EmbeddedIndex.BuildAsync(readings, cancellationToken);
    }

    public async Task<IReadOnlyList<string>> RankAsync(string question, int count, CancellationToken cancellationToken)
    {
        var ranked = await retriever.RankAsync(index, new RetrievalQuery(question), cancellationToken);
        return [.. ranked.Candidates.Select(candidate => idOf[candidate.Sentence.Paragraph]).Distinct().Take(count)];
    }

    public async Task<SquadAnswer> AskAsync(string question, string? without, CancellationToken cancellationToken)
    {
        var query = new RetrievalQuery(question) { Accepts = without is null ? null : (_, paragraph) => idOf[paragraph] != without, MaxPassages = 1 };
        var found = await retriever.SearchAsync(index, query, cancellationToken);
        return found.Passages.Count == 0
            ? SquadAnswer.Nothing
            : new SquadAnswer(found.Passages[0].Quote, found.Confidence, found.Certainty == Certainty.Sure);
    }

    public void Dispose() => idOf.Clear();
}
