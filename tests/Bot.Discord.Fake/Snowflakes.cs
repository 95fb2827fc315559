using System.Globalization;

namespace Bot.Discord.Fake;

/// <summary>Makes unique ids that contain their time.</summary>
public static class Snowflakes
{
    private const long Epoch = 1_420_070_400_000;
    private static int last;

    /// <summary>An id of the current time.</summary>
    public static string Next() => At(TimeProvider.System.GetUtcNow());

    /// <summary>An id of a time.</summary>
    public static string At(DateTimeOffset time)
    {
        var number = Interlocked.Increment(ref last) & 0x3FFFFF;
        return (((ulong)(time.ToUnixTimeMilliseconds() - Epoch) << 22) | (uint)number).ToString(CultureInfo.InvariantCulture);
    }
}
