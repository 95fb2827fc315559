namespace Bot.Library.Readings.Raw;

/// <summary>Numbers written in Roman numerals, in small or large letters.</summary>
internal static class RomanNumeral
{
    private static readonly (string Sign, int Value)[] Signs =
        [("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1)];

    /// <summary>Reads a numeral in its usual form: <c>xiv</c>, not <c>xiiii</c>.</summary>
    /// <param name="text">The numeral alone.</param>
    /// <param name="value">From 1; 0 if it is none.</param>
    public static bool TryParse(string text, out int value)
    {
        value = 0;
        var upper = text.ToUpperInvariant();
        var rest = upper.AsSpan();
        foreach (var (sign, worth) in Signs)
        {
            while (rest.StartsWith(sign, StringComparison.Ordinal))
            {
                value += worth;
                rest = rest[sign.Length..];
            }
        }

        if (text.Length > 0 && rest.IsEmpty && Write(value) == upper)
        {
            return true;
        }

        value = 0;
        return false;
    }

    /// <summary>Writes a number in large letters.</summary>
    public static string Write(int value)
    {
        var text = "";
        foreach (var (sign, worth) in Signs)
        {
            for (; value >= worth; value -= worth)
            {
                text += sign;
            }
        }

        return text;
    }
}
