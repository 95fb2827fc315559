using Bot.Evaluation.Gold;
using Bot.Evaluation.Product;
using Bot.Evaluation.SeminarSet;
using Bot.Library.Retrieval;

namespace Bot.Evaluation.Fitting;

/// <summary>
/// Fits the numbers of <see cref="RankingModel"/> on questions whose right passages are known: the confidence as the log odds that the first passage is
/// right, the thresholds as shares of the answerable questions. The ranking uses fixed weights: fitted weights found less on the left-out text, 178 of 216
/// questions in three instead of 182.
/// </summary>
/// <param name="ablation">The features without weight.</param>
internal sealed class RankingFit(Ablation ablation)
{
    // How many sentences the second stage reads, and how many of them with their window. More of them help little with questions and cost time.
    private const int QuestionSentences = 24;
    private const int QuestionWindows = 16;
    private const int ClaimSentences = 32;
    private const int ClaimWindows = 32;

    // Chosen before the first fit and not tuned: with hundreds of questions and a few weights it matters little.
    private const double ConfidencePenalty = 1;

    /// <summary>The share of answerable questions below the assertion threshold.</summary>
    private const double UnsureQuestions = 0.2;
    private const double UnsureClaims = 0.5;

    /// <summary>The share of answerable questions below the threshold of silence, and below that of being on the subject.</summary>
    private const double Silent = 0.01;

    /// <summary>The share of answerable questions that are too far from the subject for a sure answer.</summary>
    private const double FarFromSubject = 0.05;

    // A text of another kind can be farther from its questions than those of the set. So the threshold of the subject has half the odds.
    private const double SubjectMargin = 0.5;

    // A counterargument can be anywhere; an answer is often below a heading that names the question's subject.
    private static readonly Dictionary<RankingFeature, double> ClaimMix = new()
    {
        [RankingFeature.SentenceCosine] = 1,
        [RankingFeature.WindowCosine] = 0.7,
        [RankingFeature.WindowBm25] = 0.4,
    };

    private static readonly Dictionary<RankingFeature, double> QuestionMix = new(ClaimMix) { [RankingFeature.PlaceCosine] = 0.3 };

    // The second stage's log odds.
    private static readonly Dictionary<RankingFeature, double> QuestionOdds = new()
    {
        [RankingFeature.SentenceAnswer] = 0.4,
        [RankingFeature.WindowAnswer] = 0.5,
    };

    private static readonly Dictionary<RankingFeature, double> ClaimOdds = new()
    {
        [RankingFeature.SentenceAnswer] = 0.6,
        [RankingFeature.WindowAnswer] = 0.75,
        [RankingFeature.SentenceOppose] = 0.8,
        [RankingFeature.WindowOppose] = 0.8,
    };

    private static readonly ConfidenceFeature[] SecondStageConfidence =
        [ConfidenceFeature.Intercept, ConfidenceFeature.Answer, ConfidenceFeature.BestAnswers];

    // Missing names did not help with claims: what speaks against one often does not name the person again.
    private static readonly ConfidenceFeature[] ClaimConfidence = [.. SecondStageConfidence, ConfidenceFeature.Oppose];
    private static readonly ConfidenceFeature[] QuestionConfidence = [.. SecondStageConfidence, ConfidenceFeature.MissingNames];

    private static readonly ConfidenceFeature[] QuestionOnSubject = [.. SecondStageConfidence, ConfidenceFeature.Cosine, ConfidenceFeature.WindowCosine];
    private static readonly ConfidenceFeature[] ClaimOnSubject =
        [ConfidenceFeature.Intercept, ConfidenceFeature.Cosine, ConfidenceFeature.WindowCosine, ConfidenceFeature.Oppose];

    private static readonly ConfidenceFeature[] WordsConfidence = [ConfidenceFeature.Intercept, ConfidenceFeature.Coverage, ConfidenceFeature.KnownTerms];

    private static readonly ConfidenceFeature[] FirstStageConfidence = [.. WordsConfidence, ConfidenceFeature.Cosine, ConfidenceFeature.WindowCosine];

    /// <summary>Fits.</summary>
    /// <param name="questions">Questions and claims, each with its index.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<RankingModel> FitAsync(IReadOnlyList<(GoldQuestion Question, RetrievalIndex Index)> questions, CancellationToken cancellationToken) => new()
    {
        Question = await FitAsync([.. questions.Where(asked => !asked.Question.IsClaim)], QueryKind.Question, UnsureQuestions, cancellationToken),
        Claim = await FitAsync([.. questions.Where(asked => asked.Question.IsClaim)], QueryKind.Claim, UnsureClaims, cancellationToken),
    };

    private async Task<RankingWeights> FitAsync(
        List<(GoldQuestion Question, RetrievalIndex Index)> questions, QueryKind kind, double unsure, CancellationToken cancellationToken)
    {
        var (firstStage, odds) = kind == QueryKind.Claim ? (ClaimMix, ClaimOdds) : (QuestionMix, QuestionOdds);
        var weights = new RankingWeights
        {
            FirstStage = Ablated(firstStage),
            SecondStage = Ablated([.. firstStage, .. odds]),
            SecondStageSentences = kind == QueryKind.Claim ? ClaimSentences : QuestionSentences,
            SecondStageWindows = kind == QueryKind.Claim ? ClaimWindows : QuestionWindows,
            Confidence = new Dictionary<ConfidenceFeature, double>(),
            FirstStageConfidence = new Dictionary<ConfidenceFeature, double>(),
            WordsConfidence = new Dictionary<ConfidenceFeature, double>(),
            OnSubject = new Dictionary<ConfidenceFeature, double>(),
        };
        if (ablation.UsesSecondStage)
        {
            var searches = await SearchAsync(questions, kind, weights, SearchDepth.SecondStage, cancellationToken);
            var elsewhere = await SearchAsync(AskElsewhere(questions), kind, weights, SearchDepth.SecondStage, cancellationToken);
            weights = weights with
            {
                Confidence = FitConfidence(searches, kind == QueryKind.Claim ? ClaimConfidence : QuestionConfidence),
                OnSubject = FitOnSubject(searches, elsewhere, kind == QueryKind.Claim ? ClaimOnSubject : QuestionOnSubject),
            };
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
        var judged = searches.Where(search => search.Question.IsAnswerable)
            .Select(search => search.Ranked.Judge(search.Ranked.Candidates[0], weights)).ToList();
        var confidences = judged.Select(result => result.Confidence).Order().ToList();
        var onSubject = judged.Select(result => result.OnSubject ?? 0).Order().ToList();
        return weights with
        {
            AssertAt = Rounded(confidences[(int)(unsure * confidences.Count)]),
            AbstainBelow = Rounded(confidences[(int)(Silent * confidences.Count)]),
            OnSubjectFrom = Rounded(Lower(onSubject[(int)(Silent * onSubject.Count)])),
            SureSubjectFrom = Rounded(onSubject[(int)(FarFromSubject * onSubject.Count)]),
        };
    }

    /// <summary>The same questions, each with the indexes of texts that are about something else.</summary>
    private static List<(GoldQuestion Question, RetrievalIndex Index)> AskElsewhere(List<(GoldQuestion Question, RetrievalIndex Index)> questions)
    {
        var indexes = questions.Select(asked => asked.Index).Distinct().ToList();
        return [.. questions.SelectMany(asked => SeminarRun.OtherTexts.Select(step => (asked.Question, indexes[(indexes.IndexOf(asked.Index) + step) % indexes.Count])))];
    }

    // A question that its own text does not answer is still on its subject.
    private Dictionary<ConfidenceFeature, double> FitOnSubject(List<Search> own, List<Search> elsewhere, ConfidenceFeature[] all)
    {
        var features = all.Where(ablation.Has).ToList();
        var rows = own.Concat(elsewhere).Select(search => search.Ranked.ReadConfidenceFeatures(search.Ranked.Candidates[0])).ToList();
        return features
            .Zip(LogisticRegression.Fit(
                [.. rows.Select(row => features.Select(feature => row[(int)feature]).ToArray())], [.. rows.Select((_, i) => i < own.Count)], ConfidencePenalty))
            .ToDictionary(pair => pair.First, pair => Rounded(pair.Second));
    }

    private Dictionary<ConfidenceFeature, double> FitConfidence(List<Search> searches, ConfidenceFeature[] all)
    {
        var features = all.Where(ablation.Has).ToList();
        var rows = new List<double[]>();
        var isRight = new List<bool>();
        foreach (var (question, ranked) in searches)
        {
            var (passage, core) = new PassageGrowth(ranked, new RetrievalQuery(question.Text)).GrowBest(1)[0];
            var values = ranked.ReadConfidenceFeatures(core);
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

    private Dictionary<RankingFeature, double> Ablated(IEnumerable<KeyValuePair<RankingFeature, double>> mix) =>
        mix.Where(weight => ablation.Has(weight.Key)).ToDictionary();

    private static double Lower(double probability) => SubjectMargin * probability / (1 - probability + (SubjectMargin * probability));

    private static double Rounded(double number) => Math.Round(number, 4);

    private sealed record Search(GoldQuestion Question, RankedCandidates Ranked);
}
