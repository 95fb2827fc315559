using Bot.Library.Embeddings;
using Bot.Library.SecondStage;

namespace Bot.Library.Retrieval;

/// <summary>
/// Finds the passages that answer a question or speak against a claim. First every sentence is scored by its meaning and its words; then a
/// small network reads the best ones together with the query; then the best are grown into quotes. All weights are fitted.
/// </summary>
/// <param name="queries">Turns queries into vectors.</param>
/// <param name="secondStage">Reads the best candidates.</param>
/// <param name="model">The fitted weights.</param>
public sealed class PassageRetriever(QueryVectors queries, SecondStageReader secondStage, RankingModel model)
{
    /// <summary>Searches.</summary>
    /// <param name="index">What is searched; take it once for each request.</param>
    /// <param name="query">What is looked for.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Passages with how sure they are; <see cref="RetrievalResult.Nothing"/> where nothing was searched.</returns>
    public async Task<RetrievalResult> SearchAsync(RetrievalIndex index, RetrievalQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var ranked = await RankAsync(index, query, cancellationToken);
        if (ranked.Candidates.Count == 0)
        {
            return RetrievalResult.Nothing with { UnknownWords = ranked.Terms.Unknown };
        }

        var weights = WeightsOf(query.Kind);
        var passages = PassageGrowth.Passages(ranked.Candidates, query.MaxPassages, query.MaxSentences)
            .Select(grown => grown.Passage with
            {
                Score = ranked.ConfidenceOf(grown.Core, weights),
                Opposition = grown.Core.Opposition,
            })
            .ToList();
        var confidence = passages[0].Score;
        var certainty = confidence >= weights.AssertAt ? Certainty.Sure : confidence >= weights.AbstainBelow ? Certainty.Unsure : Certainty.None;
        return new RetrievalResult(passages, confidence, certainty) { UnknownWords = ranked.Terms.Unknown };
    }

    /// <summary>The candidates in order, with all that is known of them.</summary>
    internal async Task<RankedCandidates> RankAsync(RetrievalIndex index, RetrievalQuery query, CancellationToken cancellationToken)
    {
        var weights = WeightsOf(query.Kind);
        var terms = QueryTerms.Of(query.Text, index.Lexical);
        var vector = index.HasVectors ? await queries.OfAsync(query.Text, cancellationToken) : null;
        var scores = SentenceScores.Of(index, vector, terms.All, query);
        var candidates = scores.Best(weights.FirstStage, Math.Max(weights.SecondStageSentences, query.MaxPassages * query.MaxSentences));
        var isRead = query.UsesSecondStage && await ReadAsync(query.Text, candidates, weights, cancellationToken);
        if (isRead)
        {
            foreach (var candidate in candidates)
            {
                candidate.Score = candidate.Weigh(weights.SecondStage);
            }

            candidates = [.. candidates.OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Index)];
        }

        return new RankedCandidates(candidates, terms, isRead);
    }

    private RankingWeights WeightsOf(QueryKind kind) => kind == QueryKind.Claim ? model.Claim : model.Question;

    private async Task<bool> ReadAsync(string query, List<Candidate> candidates, RankingWeights weights, CancellationToken cancellationToken)
    {
        var sentences = candidates.Take(weights.SecondStageSentences).ToList();
        var windows = candidates.Take(weights.SecondStageWindows).ToList();
        string[] texts = [.. sentences.Select(candidate => candidate.Sentence.Text), .. windows.Select(candidate => candidate.Window)];
        if (await secondStage.JudgeAsync(query, texts, cancellationToken) is not { } judgements)
        {
            return false;
        }

        for (var i = 0; i < sentences.Count; i++)
        {
            var (sentence, window) = (judgements[i], judgements[i < windows.Count ? sentences.Count + i : i]);
            sentences[i][RankingFeature.SentenceAnswer] = sentence.Answer;
            sentences[i][RankingFeature.WindowAnswer] = window.Answer;
            sentences[i][RankingFeature.SentenceOppose] = sentence.Oppose ?? 0;
            sentences[i][RankingFeature.WindowOppose] = window.Oppose ?? 0;
            sentences[i].Opposition = sentence.Oppose is { } oppose ? Odds.ToProbability(oppose) : null;
        }

        return true;
    }
}
