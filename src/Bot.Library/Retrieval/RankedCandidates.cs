namespace Bot.Library.Retrieval;

/// <summary>Which stages a search used.</summary>
internal enum SearchDepth
{
    /// <summary>By words alone: there are no vectors, or the readings are in a language that the model does not know.</summary>
    Words,

    /// <summary>By words and vectors.</summary>
    Vectors,

    /// <summary>And the second stage has read the best.</summary>
    SecondStage,
}

/// <summary>The candidates of one search in order, and how sure each one is.</summary>
/// <param name="Candidates">The best first.</param>
/// <param name="Terms">The query's terms.</param>
/// <param name="Scores">The scores of the first stage of every sentence.</param>
/// <param name="Depth">How they were found.</param>
internal sealed record RankedCandidates(IReadOnlyList<Candidate> Candidates, QueryTerms Terms, SentenceScores Scores, SearchDepth Depth)
{
    private const int TopCount = 3;

    /// <summary>How likely a candidate is right: 0 is surely not, 1 is surely.</summary>
    /// <param name="candidate">One of the candidates.</param>
    /// <param name="weights">The fitted weights.</param>
    public double ConfidenceOf(Candidate candidate, RankingWeights weights)
    {
        var features = ConfidenceFeatures(candidate);
        var odds = 0.0;
        foreach (var (feature, weight) in WeightsOf(weights))
        {
            odds += weight * features[(int)feature];
        }

        return Odds.ToProbability(odds);
    }

    /// <summary>What the confidence is computed from, in the order of <see cref="ConfidenceFeature"/>.</summary>
    public double[] ConfidenceFeatures(Candidate candidate)
    {
        var features = new double[Enum.GetValues<ConfidenceFeature>().Length];
        features[(int)ConfidenceFeature.Intercept] = 1;
        features[(int)ConfidenceFeature.Cosine] = candidate.Cosine;
        features[(int)ConfidenceFeature.WindowCosine] = candidate.WindowCosine;
        features[(int)ConfidenceFeature.Coverage] = Terms.CoverageBy(candidate.WindowSentences);
        features[(int)ConfidenceFeature.KnownTerms] = Terms.KnownShare;
        features[(int)ConfidenceFeature.Answer] = candidate.MeanAnswer;
        features[(int)ConfidenceFeature.BestAnswers] = Candidates.Select(other => other.MeanAnswer).OrderDescending().Take(TopCount).Average();
        return features;
    }

    private IReadOnlyDictionary<ConfidenceFeature, double> WeightsOf(RankingWeights weights) => Depth switch
    {
        SearchDepth.SecondStage => weights.Confidence,
        SearchDepth.Vectors => weights.FirstStageConfidence,
        _ => weights.WordsConfidence,
    };
}
