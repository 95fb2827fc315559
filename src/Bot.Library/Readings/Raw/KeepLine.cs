using System.Text.RegularExpressions;

namespace Bot.Library.Readings.Raw;

/// <summary>The line by which a person says that nothing of a file is to be left out: <c>Keep: all</c>.</summary>
internal static partial class KeepLine
{
    /// <summary>Takes the line, if there is one, off the beginning of a text.</summary>
    public static (bool KeepsAll, string Text) Take(string text) =>
        Line.Match(text) is { Success: true } line ? (true, text[line.Length..]) : (false, text);

    /// <summary>Whether a header's value says so.</summary>
    public static bool IsAll(string? value) => value?.Trim() is { } word && (word.Equals("all", StringComparison.OrdinalIgnoreCase) || word.Equals("everything", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\A\s*keep:[ \t]*(?:all|everything)[ \t]*(?:\r?\n|\z)", RegexOptions.IgnoreCase)]
    private static partial Regex Line { get; }
}
