namespace Bot.Library.Readings.Formats;

/// <summary>Plain text, which may be a page saved from a news site with all that stands around the article.</summary>
internal sealed class TextFormat : IReadingFormat
{
    public IReadOnlyCollection<string> Extensions { get; } = [".txt", ".text"];

    public RawReading Read(byte[] content, CancellationToken cancellationToken)
    {
        var text = TextDecoding.Decode(content) ?? throw TextDecoding.Binary();
        var lines = TextLines.Paragraphs(text).Select(PlainText.Fold).Where(PlainText.HasLetterOrDigit).ToList();
        var head = PageHead.Read(lines);
        var body = lines.Skip(head.Length).ToList();
        var foot = PageFoot.Read(body, head.IsSavedPage);
        body = [.. head.Kept, .. body.Take(foot.Start).Where(line => !IsBoilerplate(line, head))];
        return new RawReading([.. Blocks(body), .. foot.AboutAuthor])
        {
            Title = head.Title,
            Author = head.Author ?? foot.Author,
            Date = head.Date,
            Source = head.Source,
        };
    }

    private static bool IsBoilerplate(string line, PageHead head) =>
        head.IsTitle(line) || PageFurniture.IsCredit(line)
        || (head.IsSavedPage && (PageFurniture.IsFurniture(line) || PageFurniture.IsTail(line)));

    private static IEnumerable<RawBlock> Blocks(List<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var isHeading = ShortLines.IsNamedHeading(lines[i])
                || (ShortLines.CanBeHeading(lines[i]) && (IsProse(lines, i + 1) || (CanBeHeading(lines, i + 1) && IsProse(lines, i + 2))));
            yield return new RawBlock(isHeading ? lines[i].TrimStart('#', ' ').TrimEnd(':') : lines[i], isHeading);
        }
    }

    private static bool IsProse(List<string> lines, int index) => index < lines.Count && !ShortLines.CanBeHeading(lines[index]);

    // Two short lines over prose are a heading with another below it; three or more are a list or verse.
    private static bool CanBeHeading(List<string> lines, int index) =>
        index < lines.Count && ShortLines.CanBeHeading(lines[index]) && (index < 2 || !ShortLines.CanBeHeading(lines[index - 2]));
}
