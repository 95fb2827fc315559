using Bot.Library.Readings;
using Bot.Web.Pages;

namespace Bot.Web.Room;

/// <summary>Finds a quote in the current version of its reading.</summary>
/// <param name="Place">The original place of the quote; null if the address has none.</param>
/// <param name="IsChanged">Whether the words at this place have changed.</param>
/// <param name="MovedTo">The new place of the words, if they have moved.</param>
public sealed record QuoteTrace(PlaceInAddress? Place, bool IsChanged, PlaceInAddress? MovedTo)
{
    /// <summary>Searches for a quote.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="place">The original place.</param>
    /// <param name="stamp">The hash of its words; null if the address has none.</param>
    internal static QuoteTrace Of(Reading reading, PlaceInAddress? place, string? stamp)
    {
        if (place is not { } at)
        {
            return new QuoteTrace(null, IsChanged: false, null);
        }

        var words = at.WordsIn(reading);
        return string.IsNullOrEmpty(stamp) ? new QuoteTrace(words is null ? null : at, IsChanged: words is null, null)
            : words is not null && QuoteStamp.Of(words) == stamp ? new QuoteTrace(at, IsChanged: false, null)
            : new QuoteTrace(at, IsChanged: true, Find(reading, at.Last - at.First, stamp));
    }

    private static PlaceInAddress? Find(Reading reading, int further, string stamp)
    {
        foreach (var paragraph in reading.Paragraphs)
        {
            for (var first = 1; first + further <= paragraph.Sentences.Count; first++)
            {
                if (QuoteStamp.Of(paragraph.Quote(first, first + further)) == stamp)
                {
                    return new PlaceInAddress(paragraph.Number, first, first + further);
                }
            }
        }

        return null;
    }
}
