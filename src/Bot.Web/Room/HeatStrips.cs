using Bot.Library.Readings;
using Bot.Seminar.Coverage;
using Bot.Storage;
using Bot.Web.Channels;
using Bot.Web.Members;
using Bot.Web.Settings;
using Microsoft.Extensions.Options;

namespace Bot.Web.Room;

/// <summary>
/// Counts how often each paragraph was asked about, quoted, opened and debated in the channels of the pages. Teachers see every number, as in
/// <c>coverage</c>; others see only numbers of three and more.
/// </summary>
internal sealed class HeatStrips(ReadingCoverage coverage, IOptions<WebOptions> options)
{
    private const int MinMembers = 3;

    /// <summary>The strip of a reading; empty if nothing was counted, or the database cannot be used.</summary>
    public async Task<IReadOnlyDictionary<int, ParagraphTouches>> OfAsync(Reading reading, Member member, CancellationToken cancellationToken)
    {
        try
        {
            var channels = options.Value.ChannelNames.Select(WebAdapter.AddressOf).ToList();
            var all = await coverage.OfAsync(channels, reading.Id, cancellationToken);
            return member.IsTeacher ? all : all
                .Select(item => (item.Key, Touches: HideFew(item.Value)))
                .Where(item => item.Touches.Total > 0)
                .ToDictionary(item => item.Key, item => item.Touches);
        }
        catch (DatabaseUnavailableException)
        {
            return new Dictionary<int, ParagraphTouches>();
        }
    }

    private static ParagraphTouches HideFew(ParagraphTouches touches) =>
        new(ShowCount(touches.Asked), ShowCount(touches.Cited), ShowCount(touches.Opened), ShowCount(touches.Debated));

    private static int ShowCount(int times) => times < MinMembers ? 0 : times;
}

/// <summary>The level of a paragraph in the strip.</summary>
internal static class Heat
{
    /// <summary>The highest level.</summary>
    public const int MaxLevel = 4;

    /// <summary>The level of a paragraph, from 0 for never to <see cref="MaxLevel"/>: each level needs twice the count of the one before.</summary>
    public static int Of(ParagraphTouches? touches) =>
        touches is not { Total: > 0 and var total } ? 0 : Math.Min(MaxLevel, 1 + (int)Math.Log2(total));

    /// <summary>The numbers in words: <c>asked about 3 times, quoted once</c>.</summary>
    public static string Describe(ParagraphTouches touches) => string.Join(", ", new[]
    {
        Times(touches.Asked, HeatTexts.AskedOnce, HeatTexts.AskedTwice, HeatTexts.FormatAskedTimes),
        Times(touches.Cited, HeatTexts.QuotedOnce, HeatTexts.QuotedTwice, HeatTexts.FormatQuotedTimes),
        Times(touches.Opened, HeatTexts.OpenedOnce, HeatTexts.OpenedTwice, HeatTexts.FormatOpenedTimes),
        Times(touches.Debated, HeatTexts.DebatedOnce, HeatTexts.DebatedTwice, HeatTexts.FormatDebatedTimes),
    }.Where(words => words.Length > 0));

    private static string Times(int times, string once, string twice, Func<object?, string> more) => times switch
    {
        0 => "",
        1 => once,
        2 => twice,
        _ => more(times),
    };
}
