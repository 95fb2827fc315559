using System.Globalization;

namespace Bot.Seminar.Commands;

/// <summary>Numbers with their noun.</summary>
internal static class Count
{
    /// <summary><c>1 reading</c>, <c>1,200 readings</c>.</summary>
    /// <param name="number">How many.</param>
    /// <param name="noun">One of them; it takes a plain s for more.</param>
    public static string Of(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");
}
