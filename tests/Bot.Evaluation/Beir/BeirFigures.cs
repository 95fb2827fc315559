namespace Bot.Evaluation.Beir;

/// <summary>What one engine reached on one collection. Quality lies between 0 and 1; 1 is best but for the side error.</summary>
internal sealed record BeirFigures
{
    public required string Engine { get; init; }

    public required int Queries { get; init; }

    public required double Ndcg10 { get; init; }

    /// <summary>nDCG@10 where only a query's highest grade counts; null if all relevant documents have the same.</summary>
    public required double? BestGradeNdcg10 { get; init; }

    public required double Recall10 { get; init; }

    public required double Recall100 { get; init; }

    public required double ReciprocalRank10 { get; init; }

    /// <summary>See <see cref="Metrics.SideError"/>; null if the collection has no sides.</summary>
    public required double? SideError5 { get; init; }

    /// <summary>The median time of a query, after a short warm-up.</summary>
    public TimeSpan Median { get; init; }

    /// <summary>What 99 of 100 queries stay within.</summary>
    public TimeSpan Slowest { get; init; }

    /// <summary>See <see cref="Metrics.PeakMemory"/>.</summary>
    public double PeakMegabytes { get; init; }
}
