namespace Bot.Library.Retrieval;

/// <summary>Which stages a search used.</summary>
internal enum SearchDepth
{
    /// <summary>Only words: there are no vectors, or the model does not support the language of the readings.</summary>
    Words,

    /// <summary>Words and vectors.</summary>
    Vectors,

    /// <summary>Words, vectors and the second stage.</summary>
    SecondStage,
}

/// <summary>The ranked candidates of one search.</summary>
/// <param name="Candidates">The best first.</param>
/// <param name="Terms">The query's terms.</param>
/// <param name="Unknown">Its words that are nowhere on the shelf.</param>
/// <param name="Scores">The scores of the first stage of every sentence.</param>
/// <param name="Depth">The stages that were used.</param>
internal sealed record RankedCandidates(
    IReadOnlyList<Candidate> Candidates, QueryTerms Terms, UnknownWords Unknown, SentenceScores Scores, SearchDepth Depth)
{
    private const int TopCount = 3;

    /// <summary>Judges a result with a candidate first.</summary>
    /// <param name="candidate">One of the candidates.</param>
    /// <param name="weights">The fitted weights.</param>
    public Judgement Judge(Candidate candidate, RankingWeights weights)
    {
        var features = ReadConfidenceFeatures(candidate);
        var confidence = ComputeProbability(features, WeightsOf(weights));

        // A sentence in a language that the model does not support has no cosine.
        var isKnown = Depth == SearchDepth.SecondStage && candidate.Cosine != 0;
        var onSubject = isKnown ? ComputeProbability(features, weights.OnSubject) : default(double?);
        // A text on another subject cannot be right, so that a reply without passages is never surer than one with some.
        var certainty = weights.CertaintyOf(confidence, onSubject);
        return new Judgement(onSubject < weights.OnSubjectFrom ? confidence * onSubject.Value : confidence, onSubject, certainty);
    }

    /// <summary>The features of the confidence, in the order of <see cref="ConfidenceFeature"/>.</summary>
    public double[] ReadConfidenceFeatures(Candidate candidate)
    {
        var features = new double[Enum.GetValues<ConfidenceFeature>().Length];
        features[(int)ConfidenceFeature.Intercept] = 1;
        features[(int)ConfidenceFeature.Cosine] = candidate.Cosine;
        features[(int)ConfidenceFeature.WindowCosine] = candidate.WindowCosine;
        features[(int)ConfidenceFeature.Coverage] = Terms.MeasureCoverage(candidate.WindowSentences);
        features[(int)ConfidenceFeature.KnownTerms] = Terms.KnownShare;
        features[(int)ConfidenceFeature.MissingNames] = candidate.IsEnglish ? Terms.MeasureMissingNames(candidate.WindowSentences, candidate.Place) : 0;
        features[(int)ConfidenceFeature.Answer] = candidate.MeanAnswer;
        features[(int)ConfidenceFeature.BestAnswers] = Candidates.Select(other => other.MeanAnswer).OrderDescending().Take(TopCount).Average();
        features[(int)ConfidenceFeature.Oppose] = candidate.MeanOppose;
        return features;
    }

    /// <summary>The names and numbers of the query, as they were typed, that are neither in the paragraph of a candidate nor in its place.</summary>
    public IReadOnlyList<string> FindMissingNames(Candidate candidate) =>
        candidate.IsEnglish ? Terms.FindMissingNames(candidate.ParagraphSentences, candidate.Place) : [];

    private IReadOnlyDictionary<ConfidenceFeature, double> WeightsOf(RankingWeights weights) => Depth switch
    {
        SearchDepth.SecondStage => weights.Confidence,
        SearchDepth.Vectors => weights.FirstStageConfidence,
        _ => weights.WordsConfidence,
    };

    private static double ComputeProbability(double[] features, IReadOnlyDictionary<ConfidenceFeature, double> weights) =>
        Odds.ToProbability(weights.Sum(pair => pair.Value * features[(int)pair.Key]));
}

/// <summary>How good a result is.</summary>
/// <param name="Confidence">The probability that its first passage is right, from 0 to 1.</param>
/// <param name="OnSubject">The probability that the readings are about the subject of the query, from 0 to 1; null if it was not computed.</param>
/// <param name="Certainty">How sure the result is.</param>
internal readonly record struct Judgement(double Confidence, double? OnSubject, Certainty Certainty);
