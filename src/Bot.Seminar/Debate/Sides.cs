using Bot.Library.Retrieval;
using Bot.Seminar.Arguments;

namespace Bot.Seminar.Debate;

/// <summary>
/// The passages for and against a motion. They are a guess: passages near it in its own reading, and counterarguments by the ranking.
/// </summary>
/// <param name="For">The passages for it, the best first.</param>
/// <param name="Against">The passages against it, the best first; no sentence is on both sides.</param>
internal sealed record Sides(IReadOnlyList<Passage> For, IReadOnlyList<Counterargument> Against)
{
    /// <summary>The maximum number of passages on a side.</summary>
    public const int MaxItems = 2;

    /// <summary>Whether both sides have a passage.</summary>
    public bool AreBoth => For.Count > 0 && Against.Count > 0;
}
