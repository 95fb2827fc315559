namespace Bot.Seminar.Arguments;

/// <summary>The origin of a counterargument; the values are those of the batch format.</summary>
internal static class Origin
{
    /// <summary>From the reading that makes the claim: its author concedes it.</summary>
    public const string Concession = "concession";

    /// <summary>From the only reading there is.</summary>
    public const string SameReading = "same-reading";

    /// <summary>From another reading.</summary>
    public const string OtherReading = "other-reading";

    /// <summary>From the teachers' list.</summary>
    public const string Curated = "curated";
}
