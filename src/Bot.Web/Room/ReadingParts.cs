using Bot.Library.Readings;
using Bot.Web.Settings;

namespace Bot.Web.Room;

/// <summary>Divides a long reading between paragraphs, so that a page stays small.</summary>
internal static class ReadingParts
{
    public static IReadOnlyList<IReadOnlyList<Paragraph>> Of(Reading reading)
    {
        var parts = new List<IReadOnlyList<Paragraph>>();
        var (part, length) = (new List<Paragraph>(), 0);
        foreach (var paragraph in reading.Paragraphs)
        {
            if (part.Count > 0 && length + paragraph.Text.Length > WebLimits.RoomLength)
            {
                parts.Add(part);
                (part, length) = ([], 0);
            }

            part.Add(paragraph);
            length += paragraph.Text.Length;
        }

        return part.Count > 0 ? [.. parts, part] : parts;
    }
}
