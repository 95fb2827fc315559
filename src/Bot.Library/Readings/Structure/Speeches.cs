using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Structure;

/// <summary>Gives the speeches of a play or a dialogue their speakers; a name on a line of its own is put before its speech.</summary>
internal static class Speeches
{
    /// <summary>The lines of a dialogue with each name put before its speech; other texts as they are.</summary>
    public static IReadOnlyList<string> JoinNames(IReadOnlyList<string> lines, Cast cast)
    {
        var joined = new List<string>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            if (i + 1 < lines.Count && cast.PartOf(lines[i]) is { Speech.Length: 0 } && cast.PartOf(lines[i + 1]) is null)
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
        var cast = Cast.Of([.. blocks.Where(block => !block.IsHeading).Select(block => TextMarks.RemoveMarks(block.Text))]);
        if (cast.IsEmpty)
        {
            return blocks;
        }

        var marked = new List<RawBlock>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (i + 1 < blocks.Count && MaySpeak(blocks[i]) && MaySpeak(blocks[i + 1])
                && PartOf(blocks[i], cast) is { Speech.Length: 0 } && PartOf(blocks[i + 1], cast) is null)
            {
                marked.Add(MarkSpeaker(blocks[i + 1] with { Text = $"{blocks[i].Text} {blocks[i + 1].Text}" }, cast));
                i++;
            }
            else
            {
                marked.Add(MarkSpeaker(blocks[i], cast));
            }
        }

        return marked;
    }

    private static RawBlock MarkSpeaker(RawBlock block, Cast cast) =>
        MaySpeak(block) && PartOf(block, cast) is { Speech.Length: > 0 } part ? block with { Kind = ParagraphKind.Speech, Speaker = Cast.WriteName(part.Name) } : block;

    private static bool MaySpeak(RawBlock block) => !block.IsHeading && block.Kind is ParagraphKind.Prose or ParagraphKind.Verse;

    private static (string Name, string Speech)? PartOf(RawBlock block, Cast cast) => cast.PartOf(TextMarks.RemoveMarks(block.Text));
}
