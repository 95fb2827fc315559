using Bot.Library.Readings;

namespace Bot.Web.Desk;

/// <summary>The model of the readings page.</summary>
/// <param name="Desk">The frame around it.</param>
/// <param name="All">The whole shelf.</param>
/// <param name="Here">The names of the readings that the channel uses.</param>
public sealed record ReadingsModel(DeskFrame Desk, IReadOnlyList<Reading> All, IReadOnlySet<string> Here)
{
    /// <summary>The size of the largest accepted file, in units of 1,048,576 bytes.</summary>
    public int MaxMegabytes { get; init; }
}
