using System.Globalization;

namespace Bot.Discord.Fake;

/// <summary>Gives out ids that hold their time and never repeat.</summary>
public static class Snowflakes
{
    private const long Epoch = 1_420_070_400_000;
    private static int last;

    /// <summary>An id of this moment.</summary>
    public static string Next() => At(TimeProvider.System.GetUtcNow());

    /// <summary>An id of a moment.</summary>
    public static string At(DateTimeOffset time)
    {
        var number = Interlocked.Increment(ref last) & 0x3FFFFF;
        return (((ulong)(time.ToUnixTimeMilliseconds() - Epoch) << 22) | (uint)number).ToString(CultureInfo.InvariantCulture);
    }
}
