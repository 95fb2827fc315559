namespace Bot.Seminar.Arguments;

/// <summary>Where a counterargument comes from; the names are those of the batch format.</summary>
internal static class Origin
{
    /// <summary>An author who shares the claim grants it.</summary>
    public const string Concession = "concession";

    /// <summary>The reading that the claim is from, or the only one there is.</summary>
    public const string SameReading = "same-reading";

    /// <summary>Another assigned reading.</summary>
    public const string OtherReading = "other-reading";

    /// <summary>A list that the teacher keeps.</summary>
    public const string Curated = "curated";
}
