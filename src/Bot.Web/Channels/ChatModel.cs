using Bot.Library.Readings;
using Bot.Web.Pages;

namespace Bot.Web.Channels;

/// <summary>A channel as a member sees it.</summary>
/// <param name="Frame">The frame around it.</param>
/// <param name="Channel">The channel's name.</param>
/// <param name="View">The visible part of its log.</param>
/// <param name="Readings">The readings.</param>
public sealed record ChatModel(PageFrame Frame, string Channel, LogView View, IReadOnlyList<Reading> Readings)
{
    /// <summary>The language tag of a quote; null if it is not known.</summary>
    public string? LanguageOf(Citation place) =>
        Readings.FirstOrDefault(reading => reading.Id.Value == place.Reading) is { } quoted ? Language.Of(quoted.Language) : null;

    /// <summary>Whether the page shows earlier entries instead of the latest.</summary>
    public bool IsEarlier { get; init; }
}
