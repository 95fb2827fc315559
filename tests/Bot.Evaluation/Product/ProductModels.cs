using Bot.Library.Embeddings;
using Bot.Library.Retrieval;
using Bot.Library.SecondStage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Evaluation.Product;

/// <summary>
/// The product's networks as they ship, loaded once for a whole run. What they compute is kept in a folder of the system's temporary files by the
/// text and the weights that it was computed from, so that a second run need not wait for them.
/// </summary>
internal static class ProductModels
{
    /// <summary>Where vectors and judgements are kept; deleting it costs time only.</summary>
    public static string Folder { get; } = Path.Combine(Path.GetTempPath(), "seminar-bot-evaluation");

    /// <summary>The embedding model, which remembers what it was asked in this run.</summary>
    public static SentenceModel Sentences { get; } = new(new RememberedEmbeddings(new MiniLmEmbeddings()));

    /// <summary>Turns queries into vectors with it.</summary>
    public static QueryVectors Queries { get; } = new(Sentences, NullLogger<QueryVectors>.Instance);

    /// <summary>Turns no query into a vector: search by words alone.</summary>
    public static QueryVectors NoQueries { get; } = new(SentenceModel.None, NullLogger<QueryVectors>.Instance);

    /// <summary>The second stage itself, whose times are the product's.</summary>
    public static ISecondStage SecondStage { get; } = new SecondStageReader(Options.Create(new SecondStageOptions { MaxUnderWay = 1000 }));

    /// <summary>The same, which computes nothing twice.</summary>
    public static ISecondStage KeptSecondStage { get; } = new KeptJudgements(SecondStage, Folder);

    /// <summary>The weights that ship.</summary>
    public static RankingModel Ranking { get; } = RankingModel.Load(RankingModel.ShippedFile);
}
