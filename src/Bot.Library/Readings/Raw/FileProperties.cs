using System.Text.RegularExpressions;

namespace Bot.Library.Readings.Raw;

/// <summary>Filters the properties that programs write into files: many are leftovers and not a real title or name.</summary>
internal static partial class FileProperties
{
    private const int MaxTitleLength = 300;
    private const int MaxNameLength = 120;

    /// <summary>The title, or null if it is empty, a default, or the name of a file.</summary>
    public static string? ReadTitle(string? text) =>
        Folding.FoldOrNull(text) is { Length: <= MaxTitleLength } title && !Leftover.IsMatch(title) ? title : null;

    /// <summary>The author, or null if it is empty or the name of an account or a program.</summary>
    public static string? ReadAuthor(string? text) =>
        Folding.FoldOrNull(text) is { Length: <= MaxNameLength } author && !Account.IsMatch(author) ? author : null;

    /// <summary>The day, or null if the clock of the computer was not set.</summary>
    public static DateOnly? ReadDate(DateTimeOffset? moment) =>
        moment is { Year: >= 1985 } known ? DateOnly.FromDateTime(known.DateTime) : null;

    [GeneratedRegex(
        @"^(?:microsoft (?:word|powerpoint) - .*|untitled.*|document ?[0-9]*|no(?:ne| title)|title|template|arxiv:.*|\S+\.[a-z]{2,5}|[^a-z]*[0-9_]{3,}[^a-z]*)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Leftover { get; }

    [GeneratedRegex(
        @"^(?:admin\w*|administrator|user ?[0-9]*|owner|unknown|anonymous|author|guest|default|root|microsoft.*|python-docx|apache.*|[^\p{L}]*)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Account { get; }
}
