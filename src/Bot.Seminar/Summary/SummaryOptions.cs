using System.ComponentModel.DataAnnotations;

namespace Bot.Seminar.Summary;

/// <summary>The maximum length of summaries, in sentences. Section <c>Summary</c> of the configuration.</summary>
internal sealed class SummaryOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Summary";

    /// <summary>For <c>length:short</c>; 3 to 6, by default 4.</summary>
    [Range(3, 6)]
    public int ShortSentences { get; set; } = 4;

    /// <summary>For <c>length:medium</c>; 5 to 12, by default 8.</summary>
    [Range(5, 12)]
    public int MediumSentences { get; set; } = 8;

    /// <summary>For <c>length:long</c>; 8 to 30, by default 14.</summary>
    [Range(8, 30)]
    public int LongSentences { get; set; } = 14;
}
