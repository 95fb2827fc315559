using System.Text.RegularExpressions;

namespace Bot.Library.Readings.Raw;

/// <summary>What people who type printed books put into brackets: footnotes, pictures, and the marks that lead to a footnote.</summary>
internal static partial class Transcription
{
    private const int MaxNoteParagraphs = 20;

    /// <summary>The paragraphs with the marks of notes replaced by signs and pictures without a caption left out.</summary>
    /// <param name="paragraphs">Paragraphs and headings.</param>
    public static IReadOnlyList<string> Read(IReadOnlyList<string> paragraphs)
    {
        var labels = paragraphs.Select(text => Label.Match(text)).Where(match => match.Success).Select(match => match.Groups["label"].Value).ToHashSet(StringComparer.Ordinal);
        return [.. paragraphs.Where(text => !BarePicture.IsMatch(text)).Select(text => WithMarks(text, labels))];
    }

    /// <summary>What a picture shows, where a paragraph says nothing else.</summary>
    public static string? CaptionOf(string paragraph) => Picture.Match(paragraph) is { Success: true } match ? match.Groups["caption"].Value : null;

    /// <summary>The footnote that begins at a paragraph, its label first, without the brackets around it.</summary>
    /// <returns>Its paragraphs; empty if none begins there.</returns>
    public static IReadOnlyList<string> NoteAt(IReadOnlyList<string> paragraphs, int index)
    {
        if (Footnote.Match(paragraphs[index]) is not { Success: true } match)
        {
            return [];
        }

        var last = index;
        while (!Closes(paragraphs[last]))
        {
            if (++last == paragraphs.Count || last - index >= MaxNoteParagraphs || Footnote.IsMatch(paragraphs[last]))
            {
                last = index;
                break;
            }
        }

        var label = match.Groups["label"].Value;
        var note = paragraphs.Skip(index).Take(last - index + 1).ToList();
        note[0] = (label.Length > 0 ? $"[{label}] " : "") + match.Groups["text"].Value;
        note[^1] = Closes(note[^1]) ? note[^1][..^1].TrimEnd() : note[^1];
        return note;
    }

    /// <summary>Whether the bracket before the note ends here; those within the note are closed within it.</summary>
    private static bool Closes(string text) => text.EndsWith(']') && text.Count(c => c == ']') >= text.Count(c => c == '[') + (Footnote.IsMatch(text) ? 0 : 1);

    private static string WithMarks(string text, HashSet<string> labels) => labels.Count == 0 ? text : Mark.Replace(
        text,
        mark => labels.Contains(mark.Groups["label"].Value) ? TextMarks.Note(mark.Groups["label"].Value) : mark.Value);

    [GeneratedRegex(@"^\[(?:Footnote\s*)?(?<label>[0-9]{1,3}|[A-Z]|\*)(?:\]|:)", RegexOptions.IgnoreCase)]
    private static partial Regex Label { get; }

    [GeneratedRegex(@"^\[Footnote(?:\s+(?<label>[0-9]{1,3}|[A-Za-z]|[*†‡]{1,3}))?\s*:\s*(?<text>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Footnote { get; }

    [GeneratedRegex(@"(?<=[^\s\[(])\[(?<label>[0-9]{1,3}|[A-Z]|\*)\]")]
    private static partial Regex Mark { get; }

    [GeneratedRegex(@"^\[(?:Illustration|Image|Picture|Music|Abbildung|Ilustración|Illustratie)\s*[.]?\]$", RegexOptions.IgnoreCase)]
    private static partial Regex BarePicture { get; }

    [GeneratedRegex(@"^\[(?:Illustration|Abbildung|Illustratie|Ilustración)\s*:\s*(?<caption>[^\]]+)\]$", RegexOptions.IgnoreCase)]
    private static partial Regex Picture { get; }
}
