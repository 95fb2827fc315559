using Bot.Chat;
using Bot.Chat.Posting;

namespace Bot.Seminar.DailyDebates.Recap;

/// <summary>Which way a message points.</summary>
internal enum PointSide
{
    For,
    Against,
    Question,

    /// <summary>A point whose side nothing has judged.</summary>
    Unsorted,
}

/// <summary>A point of a discussion.</summary>
/// <param name="Side">Which way it points.</param>
/// <param name="First">The message that made it first.</param>
/// <param name="Sentence">The sentence that makes it.</param>
/// <param name="Times">How many messages make it.</param>
internal sealed record RecapPoint(PointSide Side, ThreadMessage First, string Sentence, int Times)
{
    /// <summary>The place that it leans on; null where it is near none.</summary>
    public Citation? LeansOn { get; init; }
}
