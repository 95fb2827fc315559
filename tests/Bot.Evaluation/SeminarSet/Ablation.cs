using Bot.Evaluation.Files;
using Bot.Library.Retrieval;

namespace Bot.Evaluation.SeminarSet;

/// <summary>Parts of the retrieval that are left out to measure their effect.</summary>
internal sealed record Ablation(IReadOnlyList<string> Names)
{
    private const string SecondStage = "second-stage";
    private const string Words = "words";
    private const string Vectors = "vectors";

    private static readonly RankingFeature[] OfWords = [RankingFeature.SentenceBm25, RankingFeature.WindowBm25];
    private static readonly RankingFeature[] OfVectors = [RankingFeature.SentenceCosine, RankingFeature.WindowCosine, RankingFeature.PlaceCosine];

    /// <summary>Nothing is left out.</summary>
    public static Ablation None { get; } = new([]);

    /// <summary>The ablations that docs/evaluation.md compares.</summary>
    public static IReadOnlyList<(string Title, Ablation Ablation)> Shown { get; } =
    [
        ("lexical only", new Ablation([Vectors, SecondStage])),
        ("vectors only", new Ablation([Words, SecondStage])),
        ("hybrid without the second stage", new Ablation([SecondStage])),
        ("full", None),
    ];

    /// <summary>All names of parts.</summary>
    public static IReadOnlyList<string> AllNames { get; } =
        [SecondStage, Words, Vectors, .. Enum.GetNames<RankingFeature>(), .. Enum.GetNames<ConfidenceFeature>().Except(Enum.GetNames<RankingFeature>())];

    /// <summary>Whether the second stage reads the candidates.</summary>
    public bool UsesSecondStage => !Names.Contains(SecondStage);

    /// <summary>Leaves out the named parts.</summary>
    /// <exception cref="EvaluationException">There is no such part.</exception>
    public static Ablation Of(IReadOnlyList<string> names) =>
        names.FirstOrDefault(name => !AllNames.Contains(name)) is { } unknown
            ? throw new EvaluationException($"There is no part “{unknown}” to leave out; choose from {string.Join(", ", AllNames)}.")
            : new Ablation(names);

    /// <summary>Whether a feature stays in.</summary>
    public bool Has(RankingFeature feature) =>
        !Names.Contains(feature.ToString())
        && !(Names.Contains(Words) && OfWords.Contains(feature))
        && !(Names.Contains(Vectors) && OfVectors.Contains(feature));

    /// <summary>Whether a feature of the confidence stays in.</summary>
    public bool Has(ConfidenceFeature feature) =>
        !Names.Contains(feature.ToString())
        && !(Names.Contains(Words) && feature is ConfidenceFeature.Coverage or ConfidenceFeature.KnownTerms)
        && !(Names.Contains(Vectors) && feature is ConfidenceFeature.Cosine or ConfidenceFeature.WindowCosine);

    /// <summary>The weights without those of the parts left out.</summary>
    public RankingModel Without(RankingModel model) => model with { Question = Without(model.Question), Claim = Without(model.Claim) };

    private RankingWeights Without(RankingWeights weights) => weights with
    {
        FirstStage = weights.FirstStage.Where(pair => Has(pair.Key)).ToDictionary(),
        SecondStage = weights.SecondStage.Where(pair => Has(pair.Key)).ToDictionary(),
        Confidence = weights.Confidence.Where(pair => Has(pair.Key)).ToDictionary(),
        FirstStageConfidence = weights.FirstStageConfidence.Where(pair => Has(pair.Key)).ToDictionary(),
        WordsConfidence = weights.WordsConfidence.Where(pair => Has(pair.Key)).ToDictionary(),
        OnSubject = weights.OnSubject.Where(pair => Has(pair.Key)).ToDictionary(),
    };
}
