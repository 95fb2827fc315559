using System.Text.RegularExpressions;
using Bot.Library.Embeddings;
using Bot.Library.SecondStage;

namespace Bot.Library.Retrieval;

/// <summary>
/// Finds the passages that answer a question or oppose a claim. First every sentence is scored by its meaning and its words; then a small network reads the
/// best ones together with the query; then the best are extended to quotes.
/// </summary>
/// <param name="queries">Turns queries into vectors.</param>
/// <param name="secondStage">Reads the best candidates.</param>
/// <param name="model">The weights and thresholds.</param>
public sealed class PassageRetriever(QueryVectors queries, ISecondStage secondStage, RankingModel model)
{
    private const double AllWords = 1 - 1e-9; // sums of weights are not exact

    // Each unknown word costs another vector. In a longer text no single word is what it asks about, and the model does not read all of it.
    private const int MaxWeighedWords = 6;
    private const int MaxWeighedLength = 300;

    private int underWay;

    /// <summary>Searches an index.</summary>
    /// <param name="index">The index; take it once for each request.</param>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>Passages with their certainty; <see cref="RetrievalResult.Nothing"/> if nothing was searched.</returns>
    public async Task<RetrievalResult> SearchAsync(RetrievalIndex index, RetrievalQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var ranked = await RankAsync(index, query, cancellationToken);
        if (ranked.Candidates.Count == 0)
        {
            return RetrievalResult.Nothing with { UnknownWords = ranked.Unknown.All };
        }

        var weights = WeightsOf(query.Kind);
        var quotes = new PassageGrowth(ranked, query).GrowBest(query.MaxPassages);
        var judged = quotes.ConvertAll(grown => query.UsesSecondStage ? ranked.Judge(grown.Core, weights) : JudgeByOrder(grown.Core));
        var passages = quotes
            .Select((grown, i) => grown.Passage with
            {
                Score = judged[i].Confidence,
                Certainty = judged[i].Certainty,
                WordShare = ranked.Terms.MeasureCoverage(grown.Core.WindowSentences),
            })
            .ToList();
        var first = passages[0];

        // A passage with all words of a question is shown, even if it is unlikely to answer: a person who sees these words in the text would not
        // believe “the readings don’t say”.
        var hasAllWords = query.Kind == QueryKind.Question && passages.Exists(passage => passage.WordShare >= AllWords);
        var certainty = first.Certainty == Certainty.None && hasAllWords ? Certainty.Unsure : first.Certainty;
        return new RetrievalResult(passages, first.Score, certainty)
        {
            IsOnSubject = !(judged[0].OnSubject < weights.OnSubjectFrom),
            IsReadBySecondStage = ranked.Depth == SearchDepth.SecondStage,
            UnknownWords = ranked.Unknown.All,
            UnknownSubjects = ranked.Unknown.Subjects,
            UnknownNames = ranked.Terms.UnknownNames,
            MissingNames = [.. quotes.Select(grown => ranked.FindMissingNames(grown.Core))],
        };
    }

    // Without the second stage the score only orders the matches; nothing is given as an answer.
    private static Judgement JudgeByOrder(Candidate candidate)
    {
        return new Judgement(Odds.ToProbability(candidate.Score), OnSubject: null, Certainty.Unsure);
    }

    /// <summary>The candidates in order, with all their features.</summary>
    internal async Task<RankedCandidates> RankAsync(RetrievalIndex index, RetrievalQuery query, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref underWay);
        try
        {
            // Words of another language are in English readings only by chance.
            var ownLanguage = index.NarrowToLanguageOf(query.Text);
            var ranked = await RankOneAsync(ownLanguage, query, cancellationToken);
            return ranked.Candidates.Count > 0 || ReferenceEquals(ownLanguage, index) ? ranked : await RankOneAsync(index, query, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }

    private async Task<RankedCandidates> RankOneAsync(RetrievalIndex index, RetrievalQuery query, CancellationToken cancellationToken)
    {
        var weights = WeightsOf(query.Kind);
        var terms = QueryTerms.Of(query.Text, index.Lexical);
        var (vector, unknown) = await EmbedAsync(index, query, terms, cancellationToken);
        var scores = SentenceScores.Compute(index, vector, terms.All, query, weights.FirstStage);
        var candidates = scores.TakeBest(query.UsesSecondStage ? weights.SecondStageSentences : query.MaxPassages * query.MaxSentences);
        var isRead = query.UsesSecondStage && await ReadAsync(query, candidates, weights, cancellationToken);
        var hasVectors = vector is not null && candidates.Exists(candidate => candidate.Cosine != 0);
        return new RankedCandidates(
            candidates, terms, unknown, scores, isRead ? SearchDepth.SecondStage : hasVectors ? SearchDepth.Vectors : SearchDepth.Words);
    }

    // Embeds the query, and for a question the same without each word that is nowhere on the shelf: the farther it is then, the more it is about that word.
    private async Task<(ReadOnlyMemory<float>? Vector, UnknownWords Unknown)> EmbedAsync(
        RetrievalIndex index, RetrievalQuery query, QueryTerms terms, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> weighed = query is { Kind: QueryKind.Question, UsesSecondStage: true, Text.Length: <= MaxWeighedLength }
            ? [.. terms.Unknown.Take(MaxWeighedWords)]
            : [];
        string[] texts = [query.Text, .. weighed.Select(word => Without(query.Text, word))];
        return index.HasVectors && await queries.EmbedAllAsync(texts, cancellationToken) is { } vectors
            ? (vectors[0], UnknownWords.Weigh(terms, vectors))
            : ((ReadOnlyMemory<float>?)null, UnknownWords.Unweighed(terms));
    }

    // Servers refuse an empty text.
    private static string Without(string text, string word) =>
        Regex.Replace(text, $@"(?<!\w){Regex.Escape(word)}(?!\w)", "") is var rest && string.IsNullOrWhiteSpace(rest) ? "?" : rest;

    private RankingWeights WeightsOf(QueryKind kind) => kind == QueryKind.Claim ? model.Claim : model.Question;

    // Reads the sentences first, then the best of these again with their neighbours, which often contain half of the answer.
    private async Task<bool> ReadAsync(RetrievalQuery query, List<Candidate> candidates, RankingWeights weights, CancellationToken cancellationToken)
    {
        if (!secondStage.Admits(Volatile.Read(ref underWay)))
        {
            return false;
        }

        var readable = candidates.FindAll(candidate => candidate.IsEnglish);
        if (readable.Count == 0)
        {
            return false;
        }

        string[] sentences = [.. readable.Select(candidate => candidate.SentenceToRead)];
        if (await secondStage.ScoreAnswersAsync(query.Text, sentences, cancellationToken) is not { } answers
            || (query.Kind == QueryKind.Claim ? await secondStage.JudgeStancesAsync(query.Text, sentences, cancellationToken) : []) is not { } stances)
        {
            return false;
        }

        Note(readable, answers, (candidate, answer) => candidate.SetAnswer(answer));
        Note(readable, stances, (candidate, stance) => candidate.SetOpposition(stance.OpposeOdds));

        // A sentence in a language that the networks do not support gets the averages.
        var opposition = stances.Select(stance => stance.OpposeOdds).DefaultIfEmpty().Average();
        candidates.FindAll(candidate => !candidate.IsEnglish).ForEach(candidate =>
        {
            candidate.SetAnswer(answers.Average());
            candidate.SetOpposition(opposition);
        });
        Sort(candidates, weights.SecondStage);
        var best = candidates.Where(candidate => candidate.IsEnglish).Take(weights.SecondStageWindows).ToList();
        string[] windows = [.. best.Select(candidate => candidate.WindowToRead)];

        // If others took the queue in the meantime, the windows have the scores of their sentences.
        if (await secondStage.ScoreAnswersAsync(query.Text, windows, cancellationToken) is { } windowAnswers)
        {
            Note(best, windowAnswers, (candidate, answer) => candidate.SetWindowAnswer(answer));
        }

        if (query.Kind == QueryKind.Claim && await secondStage.JudgeStancesAsync(query.Text, windows, cancellationToken) is { } windowStances)
        {
            Note(best, windowStances, (candidate, stance) => candidate.SetWindowOpposition(stance.OpposeOdds));
        }

        Sort(candidates, weights.SecondStage);
        return true;
    }

    private static void Note<T>(List<Candidate> candidates, T[] judgements, Action<Candidate, T> note)
    {
        foreach (var (candidate, judgement) in candidates.Zip(judgements))
        {
            note(candidate, judgement);
        }
    }

    private static void Sort(List<Candidate> candidates, IReadOnlyDictionary<RankingFeature, double> weights)
    {
        foreach (var candidate in candidates)
        {
            candidate.Score = candidate.Weigh(weights);
        }

        candidates.Sort((one, other) => (-one.Score, one.Index).CompareTo((-other.Score, other.Index)));
    }
}
