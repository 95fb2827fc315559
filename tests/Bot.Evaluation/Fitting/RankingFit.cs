using Bot.Evaluation.Gold;
using Bot.Evaluation.Product;
using Bot.Evaluation.SeminarSet;
using Bot.Library.Retrieval;
using MathNet.Numerics.LinearAlgebra;

namespace Bot.Evaluation.Fitting;

/// <summary>
/// Fits the numbers of <see cref="RankingModel"/> on questions whose right passages are known: the weights of the ranking as a choice among
/// candidates, the confidence as the log odds that the first passage is right, the thresholds as shares of the answerable questions. The
/// first stage only picks what the second one reads; it keeps the mix that every fit starts from.
/// </summary>
/// <param name="ablation">Features that get no weight.</param>
internal sealed class RankingFit(Ablation ablation)
{
    /// <summary>How many sentences the second stage reads, and how many of them with their window.</summary>
    private const int Sentences = 16;
    private const int Windows = 16;

    // Both were chosen before the first fit and left so: with some hundred questions and a handful of weights they matter little.
    private const double RankingPenalty = 1;
    private const double ConfidencePenalty = 1;

    /// <summary>The share of the answerable that are below the threshold of assertion, and so unsure at most.</summary>
    private const double UnsureQuestions = 0.2;
    private const double UnsureClaims = 0.4;

    /// <summary>The share of the answerable that are below the threshold of silence.</summary>
    private const double Silent = 0.02;

    private static readonly RankingFeature[] FirstStage =
        [RankingFeature.SentenceCosine, RankingFeature.WindowCosine, RankingFeature.WindowBm25];

    private static readonly RankingFeature[] SecondStage = [.. FirstStage, RankingFeature.SentenceAnswer, RankingFeature.WindowAnswer];

    private static readonly ConfidenceFeature[] Confidence =
        [ConfidenceFeature.Intercept, ConfidenceFeature.Answer, ConfidenceFeature.BestAnswers];

    private static readonly ConfidenceFeature[] WordsConfidence = [ConfidenceFeature.Intercept, ConfidenceFeature.Coverage, ConfidenceFeature.KnownTerms];

    private static readonly ConfidenceFeature[] FirstStageConfidence = [.. WordsConfidence, ConfidenceFeature.Cosine, ConfidenceFeature.WindowCosine];

    // What the weights are pulled to: the mix of first-stage scores, and half of each log odds, that is hard to beat on any text.
    private static readonly Dictionary<RankingFeature, double> Start = new()
    {
        [RankingFeature.SentenceCosine] = 1,
        [RankingFeature.WindowCosine] = 0.7,
        [RankingFeature.WindowBm25] = 0.4,
        [RankingFeature.SentenceAnswer] = 0.5,
        [RankingFeature.WindowAnswer] = 0.5,
    };

    /// <summary>Fits.</summary>
    /// <param name="questions">Questions and claims, each with the shelf that it is asked of.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<RankingModel> FitAsync(IReadOnlyList<(GoldQuestion Question, RetrievalIndex Index)> questions, CancellationToken cancellationToken) => new()
    {
        Question = await FitAsync([.. questions.Where(asked => !asked.Question.IsClaim)], QueryKind.Question, UnsureQuestions, cancellationToken),
        Claim = await FitAsync([.. questions.Where(asked => asked.Question.IsClaim)], QueryKind.Claim, UnsureClaims, cancellationToken),
    };

    private async Task<RankingWeights> FitAsync(
        List<(GoldQuestion Question, RetrievalIndex Index)> questions, QueryKind kind, double unsure, CancellationToken cancellationToken)
    {
        var weights = new RankingWeights
        {
            FirstStage = Features(FirstStage).ToDictionary(feature => feature, feature => Start[feature]),
            SecondStage = Features(SecondStage).ToDictionary(feature => feature, feature => Start[feature]),
            SecondStageSentences = Sentences,
            SecondStageWindows = Windows,
            Confidence = new Dictionary<ConfidenceFeature, double>(),
            FirstStageConfidence = new Dictionary<ConfidenceFeature, double>(),
            WordsConfidence = new Dictionary<ConfidenceFeature, double>(),
        };
        if (ablation.UsesSecondStage)
        {
            weights = weights with { SecondStage = FitRanking(await SearchAsync(questions, kind, weights, SearchDepth.SecondStage, cancellationToken)) };
            weights = weights with { Confidence = FitConfidence(await SearchAsync(questions, kind, weights, SearchDepth.SecondStage, cancellationToken), Confidence) };
        }

        weights = weights with
        {
            FirstStageConfidence = FitConfidence(await SearchAsync(questions, kind, weights, SearchDepth.Vectors, cancellationToken), FirstStageConfidence),
            WordsConfidence = FitConfidence(await SearchAsync(questions, kind, weights, SearchDepth.Words, cancellationToken), WordsConfidence),
        };
        return await WithThresholdsAsync(questions, kind, weights, unsure, cancellationToken);
    }

    private async Task<RankingWeights> WithThresholdsAsync(
        List<(GoldQuestion Question, RetrievalIndex Index)> questions, QueryKind kind, RankingWeights weights, double unsure, CancellationToken cancellationToken)
    {
        var searches = await SearchAsync(
            questions, kind, weights, ablation.UsesSecondStage ? SearchDepth.SecondStage : SearchDepth.Vectors, cancellationToken);
        var confidences = searches.Where(search => search.Question.IsAnswerable)
            .Select(search => search.Ranked.ConfidenceOf(search.Ranked.Candidates[0], weights)).Order().ToList();
        return weights with
        {
            AssertAt = Rounded(confidences[(int)(unsure * confidences.Count)]),
            AbstainBelow = Rounded(confidences[(int)(Silent * confidences.Count)]),
        };
    }

    private Dictionary<RankingFeature, double> FitRanking(List<Search> searches)
    {
        var features = Features(SecondStage);
        var choices = searches.Where(search => search.Question.IsAnswerable).Select(search =>
        {
            // A quote grown from a neighbour may be right too: it is no example of either.
            var judged = search.Ranked.Candidates.Select(candidate => (Candidate: candidate, Worth: RightSentence.Judge(candidate, search.Question)))
                .Where(item => item.Worth != SentenceWorth.NextToRight).ToList();
            return new Choice(
                Matrix<double>.Build.Dense(judged.Count, features.Count, (row, column) => judged[row].Candidate[features[column]]),
                [.. judged.Select(item => item.Worth == SentenceWorth.Right)]);
        });
        var fitted = ConditionalLogit.Fit([.. choices], [.. features.Select(feature => Start[feature])], RankingPenalty);
        return features.Zip(fitted).ToDictionary(pair => pair.First, pair => Rounded(pair.Second));
    }

    private Dictionary<ConfidenceFeature, double> FitConfidence(List<Search> searches, ConfidenceFeature[] all)
    {
        var features = all.Where(ablation.Has).ToList();
        var rows = new List<double[]>();
        var isRight = new List<bool>();
        foreach (var (question, ranked) in searches)
        {
            var (passage, core) = new PassageGrowth(ranked, Passage.MaxSentences).Passages(1)[0];
            var values = ranked.ConfidenceFeatures(core);
            rows.Add([.. features.Select(feature => values[(int)feature])]);
            isRight.Add(question.Gold.Any(gold => Metrics.FoldedText.Contains(passage.Quote, gold)));
        }

        return features.Zip(LogisticRegression.Fit(rows, isRight, ConfidencePenalty)).ToDictionary(pair => pair.First, pair => Rounded(pair.Second));
    }

    private static async Task<List<Search>> SearchAsync(
        List<(GoldQuestion Question, RetrievalIndex Index)> questions, QueryKind kind, RankingWeights weights, SearchDepth depth, CancellationToken cancellationToken)
    {
        var retriever = new PassageRetriever(
            depth == SearchDepth.Words ? ProductModels.NoQueries : ProductModels.Queries,
            depth == SearchDepth.SecondStage ? ProductModels.KeptSecondStage : new NoSecondStage(),
            new RankingModel { Question = weights, Claim = weights });
        var searches = new List<Search>(questions.Count);
        foreach (var (question, index) in questions)
        {
            searches.Add(new Search(question, await retriever.RankAsync(index, new RetrievalQuery(question.Text, kind), cancellationToken)));
        }

        return searches;
    }

    private List<RankingFeature> Features(IEnumerable<RankingFeature> all) => [.. all.Where(ablation.Has)];

    private static double Rounded(double number) => Math.Round(number, 4);

    private sealed record Search(GoldQuestion Question, RankedCandidates Ranked);
}
