using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Structure;

/// <summary>
/// Recognises who speaks in a play or a dialogue: <c>JACK. That, my dear …</c>, <c>Socrates: Why have you come?</c>, or the name on a line of its
/// own. One such line may be anything; a dialogue has names that come back.
/// </summary>
internal static partial class Speeches
{
    private const int MinSpeeches = 4;
    private const int MinSpeakers = 2;
    private const double MinShare = 0.3;

    /// <summary>The lines of a dialogue with each name on a line of its own put before its speech; other texts as they are.</summary>
    public static IReadOnlyList<string> JoinNames(IReadOnlyList<string> lines)
    {
        var names = Names(lines);
        if (names.Count == 0)
        {
            return lines;
        }

        var joined = new List<string>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            if (i + 1 < lines.Count && Split(lines[i]) is { Speech.Length: 0 } part && names.Contains(part.Name) && Split(lines[i + 1]) is null)
            {
                joined.Add($"{lines[i]} {lines[++i]}");
            }
            else
            {
                joined.Add(lines[i]);
            }
        }

        return joined;
    }

    /// <summary>The blocks with the speaker of each speech.</summary>
    public static IReadOnlyList<RawBlock> Mark(IReadOnlyList<RawBlock> blocks)
    {
        var names = Names([.. blocks.Where(block => !block.IsHeading).Select(block => TextMarks.RemoveMarks(block.Text))]);
        return names.Count == 0
            ? blocks
            : [.. blocks.Select(block => MarkSpeaker(block, names))];
    }

    private static RawBlock MarkSpeaker(RawBlock block, HashSet<string> names) =>
        !block.IsHeading && block.Kind is ParagraphKind.Prose or ParagraphKind.Verse
        && Split(TextMarks.RemoveMarks(block.Text)) is { Speech.Length: > 0 } part && names.Contains(part.Name)
            ? block with { Kind = ParagraphKind.Speech, Speaker = WriteName(part.Name) }
            : block;

    /// <summary>How long the name before a speech is, with the mark and the space behind it.</summary>
    public static int MeasureName(string speech) => Shape.Match(speech) is { Success: true } match ? match.Groups["speech"].Index : 0;

    private static HashSet<string> Names(IReadOnlyList<string> lines)
    {
        var spoken = lines.Select(Split).OfType<(string Name, string Speech)>().CountBy(part => part.Name).ToList();
        var isDialogue = spoken.Sum(name => name.Value) >= Math.Max(MinSpeeches, MinShare * lines.Count)
            && spoken.Count(name => name.Value > 1) >= MinSpeakers;
        return isDialogue ? [.. spoken.Select(name => name.Key)] : [];
    }

    private static (string Name, string Speech)? Split(string line) => Shape.Match(line) is { Success: true } match
        ? (match.Groups["name"].Value, match.Groups["speech"].Value)
        : null;

    private static string WriteName(string name) =>
        name.Any(char.IsLower) ? name : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant());

    [GeneratedRegex(@"^(?:(?<name>\p{Lu}[\p{Lu}’']+(?:[ -]\p{Lu}[\p{Lu}’']+){0,2})[.:](?:\s+|$)|(?<name>\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2}):(?:\s+|$))(?<speech>.*)$")]
    private static partial Regex Shape { get; }
}
