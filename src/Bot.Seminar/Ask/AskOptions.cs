using System.ComponentModel.DataAnnotations;

namespace Bot.Seminar.Ask;

/// <summary>Settings of the command <c>ask</c>; section <c>Ask</c>.</summary>
public sealed class AskOptions
{
    /// <summary>
    /// How much of a question a passage must say to be offered as an answer, from 0 (anything) to 1 (every word). Higher abstains more
    /// often. The default was set on development questions; docs/evaluation.md shows what other values would do.
    /// </summary>
    [Range(0.0, 1.0)]
    public double MinConfidence { get; set; } = 0.37;

    /// <summary>How many passages an answer has at most, from 1 to 3.</summary>
    [Range(1, 3)]
    public int MaxPassages { get; set; } = 3;
}
