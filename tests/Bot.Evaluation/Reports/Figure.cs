using System.Globalization;

namespace Bot.Evaluation.Reports;

/// <summary>Formats numbers for tables, in the invariant culture.</summary>
internal static class Figure
{
    /// <summary>The cell for a missing figure.</summary>
    public const string None = "–";

    /// <summary>A quality between 0 and 1: <c>.374</c>.</summary>
    public static string Share(double? value) => value is { } share && !double.IsNaN(share)
        ? share.ToString(share < 0.9995 ? "#.000" : "0.000", CultureInfo.InvariantCulture)
        : None;

    /// <summary>A count out of a total: <c>15 of 18</c>.</summary>
    public static string Of(int count, int whole) => string.Create(CultureInfo.InvariantCulture, $"{count} of {whole}");

    /// <summary>A count out of a total, with its share: <c>.833 (15 of 18)</c>.</summary>
    public static string ShareOf(int count, int whole) =>
        whole == 0 ? None : $"{Share((double)count / whole)} ({Of(count, whole)})";

    /// <summary>A whole number with separators: <c>11,112</c>.</summary>
    public static string Whole(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A time in seconds: <c>1.25</c>.</summary>
    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A time in microseconds: <c>1,250</c>.</summary>
    public static string Microseconds(TimeSpan time) => Whole(time.TotalMicroseconds);
}
