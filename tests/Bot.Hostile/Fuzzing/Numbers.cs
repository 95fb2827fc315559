using System.Globalization;

namespace Bot.Hostile.Fuzzing;

/// <summary>Numbers that often cause errors.</summary>
internal static class Numbers
{
    private static readonly string[] Odd =
        ["0", "-1", "1", "255", "256", "65535", "65536", "2147483647", "-2147483648", "4294967295", "9999999999", "99999999999999999999", "1e30", "0.0000001", "--1", "NaN", ""];

    public static string Any(Random chance) =>
        chance.Next(3) == 0 ? chance.Next(100).ToString(CultureInfo.InvariantCulture) : Odd[chance.Next(Odd.Length)];

    /// <summary>A number of repetitions: mostly small, sometimes very large.</summary>
    public static int Times(Random chance) => (int)Math.Pow(10, 4 * Math.Pow(chance.NextDouble(), 4));
}
