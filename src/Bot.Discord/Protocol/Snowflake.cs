using System.Globalization;

namespace Bot.Discord.Protocol;

/// <summary>Discord's ids, which contain their creation time (reference, “Snowflakes”).</summary>
internal static class Snowflake
{
    private const int TimeShift = 22;
    private static readonly DateTimeOffset Epoch = DateTimeOffset.FromUnixTimeMilliseconds(1_420_070_400_000);

    /// <summary>Whether a text is an id.</summary>
    public static bool Is(string text) => text.Length is > 0 and <= 20 && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>The creation time of an id.</summary>
    /// <param name="id">An id; see <see cref="Is"/>.</param>
    public static DateTimeOffset TimeOf(string id) => Epoch.AddMilliseconds(ulong.Parse(id, CultureInfo.InvariantCulture) >> TimeShift);
}
