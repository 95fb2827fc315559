using Bot.Chat;
using Bot.Library.Readings;
using Bot.Web.Pages;

namespace Bot.Web.Channels;

/// <summary>A channel as a member sees it.</summary>
/// <param name="Frame">The frame around it.</param>
/// <param name="Channel">The channel's name.</param>
/// <param name="View">What is in it.</param>
/// <param name="Readings">What can be asked about.</param>
public sealed record ChatModel(PageFrame Frame, string Channel, LogView View, IReadOnlyList<Reading> Readings)
{
    /// <summary>The language of a quote, as browsers call it; null where it is not known.</summary>
    public string? LanguageOf(Citation place) =>
        Readings.FirstOrDefault(reading => reading.Id.Value == place.Reading) is { } quoted ? Language.Of(quoted.Language) : null;

    /// <summary>Whether earlier entries are looked at, and not the latest.</summary>
    public bool IsEarlier { get; init; }
}
