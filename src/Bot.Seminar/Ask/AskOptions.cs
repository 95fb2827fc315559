using System.ComponentModel.DataAnnotations;

namespace Bot.Seminar.Ask;

/// <summary>Settings of the command <c>ask</c>; section <c>Ask</c>.</summary>
internal sealed class AskOptions
{
    /// <summary>How many passages an answer has at most, from 1 to 3.</summary>
    [Range(1, 3)]
    public int MaxPassages { get; set; } = 3;
}
