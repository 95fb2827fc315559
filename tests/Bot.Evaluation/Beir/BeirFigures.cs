namespace Bot.Evaluation.Beir;

/// <summary>The figures of one engine on one collection. Quality is between 0 and 1; 1 is best, except for the side error.</summary>
internal sealed record BeirFigures
{
    public required string Engine { get; init; }

    public required int Queries { get; init; }

    public required double Ndcg10 { get; init; }

    /// <summary>nDCG@10 with only a query's highest grade; null if all relevant documents have the same grade.</summary>
    public required double? BestGradeNdcg10 { get; init; }

    public required double Recall10 { get; init; }

    public required double Recall100 { get; init; }

    public required double ReciprocalRank10 { get; init; }

    /// <summary>See <see cref="Metrics.SideError"/>; null if the collection has no sides.</summary>
    public required double? SideError5 { get; init; }

    /// <summary>The median time of a query, after a short warm-up.</summary>
    public TimeSpan Median { get; init; }

    /// <summary>The 99th percentile of the time.</summary>
    public TimeSpan Slowest { get; init; }

    /// <summary>See <see cref="Metrics.PeakMemory"/>.</summary>
    public double PeakMegabytes { get; init; }
}
