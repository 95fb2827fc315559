using Bot.Library.Retrieval;
using Bot.Seminar.Arguments;

namespace Bot.Seminar.Debate;

/// <summary>
/// What the readings say for a motion and against it. A guess: what the motion's own reading says near it, and what counters it by the ranking.
/// </summary>
/// <param name="For">The best first.</param>
/// <param name="Against">The best first; no sentence stands on both sides.</param>
internal sealed record Sides(IReadOnlyList<Passage> For, IReadOnlyList<Counterargument> Against)
{
    /// <summary>How many passages a side has at most.</summary>
    public const int MaxItems = 2;

    /// <summary>Whether there is something on both sides.</summary>
    public bool AreBoth => For.Count > 0 && Against.Count > 0;
}
