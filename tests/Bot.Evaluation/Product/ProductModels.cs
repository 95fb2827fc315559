using Bot.Library.Embeddings;
using Bot.Library.Retrieval;
using Bot.Library.SecondStage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Evaluation.Product;

/// <summary>
/// The shipped models, loaded once for a whole run. Their results are cached in a temporary folder by text and weights, so that a second run is fast.
/// </summary>
internal static class ProductModels
{
    /// <summary>The folder of cached vectors and judgements; it can be deleted.</summary>
    public static string Folder { get; } = Path.Combine(Path.GetTempPath(), "seminar-bot-evaluation");

    /// <summary>The embedding model, with a cache for this run.</summary>
    public static SentenceModel Sentences { get; } = new(new RememberedEmbeddings(new MiniLmEmbeddings()));

    /// <summary>Computes the vectors of queries.</summary>
    public static QueryVectors Queries { get; } = new(Sentences, NullLogger<QueryVectors>.Instance);

    /// <summary>Computes no vectors: lexical search only.</summary>
    public static QueryVectors NoQueries { get; } = new(SentenceModel.None, NullLogger<QueryVectors>.Instance);

    /// <summary>The second stage without a cache, for measuring times.</summary>
    public static ISecondStage SecondStage { get; } = new SecondStageReader(Options.Create(new SecondStageOptions { MaxUnderWay = 1000 }));

    /// <summary>The second stage with a cache.</summary>
    public static ISecondStage KeptSecondStage { get; } = new KeptJudgements(SecondStage, Folder);

    /// <summary>The network that reads motions.</summary>
    public static MotionNetwork Motions { get; } = new(Options.Create(new SecondStageOptions()), NullLogger<MotionNetwork>.Instance);

    /// <summary>The shipped weights.</summary>
    public static RankingModel Ranking { get; } = RankingModel.Load(RankingModel.ShippedFile);
}
