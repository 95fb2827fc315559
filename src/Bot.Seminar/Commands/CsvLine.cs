namespace Bot.Seminar.Commands;

/// <summary>Writes a line of a table (CSV, RFC 4180).</summary>
internal static class CsvLine
{
    /// <summary>The cells as a line, without its end.</summary>
    public static string Of(IEnumerable<string> cells) => string.Join(',', cells.Select(WriteCell));

    // A cell that a spreadsheet would read as a formula is written as text.
    private static string WriteCell(string value)
    {
        var text = value.Length > 0 && value[0] is '=' or '+' or '-' or '@' ? $"'{value}" : value;
        return text.AsSpan().ContainsAny(',', '"', '\n') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
