using Bot.Chat.Posting;

namespace Bot.Seminar.DailyDebates.Recap;

/// <summary>The side of a point.</summary>
internal enum PointSide
{
    For,
    Against,
    Question,

    /// <summary>The side is not known.</summary>
    Unsorted,
}

/// <summary>A point of a discussion.</summary>
/// <param name="Side">Its side.</param>
/// <param name="First">The message that made it first.</param>
/// <param name="Sentence">The sentence that makes it.</param>
/// <param name="Times">How many messages make it.</param>
internal sealed record RecapPoint(PointSide Side, ThreadMessage First, string Sentence, int Times)
{
    /// <summary>The nearest place in the readings; null if none is near.</summary>
    public Citation? LeansOn { get; init; }
}
