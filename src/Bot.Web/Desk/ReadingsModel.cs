using Bot.Library.Readings;

namespace Bot.Web.Desk;

/// <summary>The readings of a channel, for its teachers.</summary>
/// <param name="Desk">The frame around it.</param>
/// <param name="All">The whole shelf.</param>
/// <param name="Here">The names of those that the channel is answered from.</param>
public sealed record ReadingsModel(DeskFrame Desk, IReadOnlyList<Reading> All, IReadOnlySet<string> Here)
{
    /// <summary>The largest file that is taken, in units of 1,048,576 bytes.</summary>
    public int MaxMegabytes { get; init; }
}
