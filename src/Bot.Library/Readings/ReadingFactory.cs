using Bot.Library.Readings.Formats;

namespace Bot.Library.Readings;

/// <summary>Numbers the paragraphs and sentences of a text.</summary>
/// <param name="splitter">Cuts the paragraphs.</param>
public sealed class ReadingFactory(SentenceSplitter splitter)
{
    // A text without paragraphs is cut between sentences, so that an anchor still leads to a place that a person finds.
    private const int LongestParagraph = 8_000;
    private const int CutAfter = 3_000;

    private static readonly Lazy<SentenceSplitter> Shipped = new(() => new SentenceSplitter());

    /// <summary>Makes a reading of a text in memory; every line is a paragraph, blank lines are none, and nothing is left out.</summary>
    /// <param name="id">A name of its own.</param>
    /// <param name="title">Its title.</param>
    /// <param name="text">Its text.</param>
    public static Reading FromText(string id, string title, string text) =>
        FromParagraphs(id, title, text.ReplaceLineEndings("\n").Split('\n'));

    /// <summary>Makes a reading of paragraphs in memory; blank ones are none.</summary>
    /// <param name="id">A name of its own.</param>
    /// <param name="title">Its title.</param>
    /// <param name="paragraphs">Its paragraphs in order.</param>
    public static Reading FromParagraphs(string id, string title, IEnumerable<string> paragraphs) =>
        new ReadingFactory(Shipped.Value)
            .Create(new ReadingId(id), id, new RawReading([.. paragraphs.Select(text => new RawBlock(text))]) { Title = title });

    /// <summary>Makes a reading of what came out of a file.</summary>
    internal Reading Create(ReadingId id, string file, RawReading raw) => new()
    {
        Id = id,
        Title = PlainText.OrNull(raw.Title) ?? TitleOf(file),
        Author = PlainText.OrNull(raw.Author),
        Date = raw.Date,
        Source = PlainText.OrNull(raw.Source),
        File = file,
        Paragraphs = Number(raw.Blocks),
    };

    private List<Paragraph> Number(IReadOnlyList<RawBlock> blocks)
    {
        var paragraphs = new List<Paragraph>();
        string? section = null;
        var (role, roleLevel) = (ParagraphRole.Body, 0);
        foreach (var block in blocks)
        {
            var text = PlainText.Fold(block.Text);
            if (!PlainText.HasLetterOrDigit(text))
            {
                continue;
            }

            if (block.IsHeading)
            {
                var own = SectionHeadings.RoleOf(text);
                section = own == ParagraphRole.AboutAuthor ? SectionHeadings.AboutTheAuthor : text;
                if (own != ParagraphRole.Body || block.Level <= roleLevel)
                {
                    (role, roleLevel) = (own, own == ParagraphRole.Body ? 0 : block.Level);
                }

                continue;
            }

            if (role == ParagraphRole.Reference && block.ListNumber is { } number)
            {
                text = $"{number} {text}";
            }

            foreach (var part in Parts(text))
            {
                paragraphs.Add(new Paragraph(paragraphs.Count + 1, part, splitter.Split(part)) { Section = section, Role = role });
            }
        }

        return paragraphs;
    }

    private List<string> Parts(string text)
    {
        if (text.Length <= LongestParagraph)
        {
            return [text];
        }

        var parts = new List<string>();
        var start = 0;
        foreach (var sentence in splitter.Split(text))
        {
            if (sentence.End - start >= CutAfter)
            {
                parts.Add(text[start..sentence.End]);
                start = Marks.SkipSpace(text, sentence.End);
            }
        }

        if (start < text.Length)
        {
            parts.Add(text[start..]);
        }

        return parts;
    }

    // "week-3/the_case_for_pressure.txt" gives "The case for pressure".
    private static string TitleOf(string file)
    {
        var name = PlainText.Fold(Path.GetFileNameWithoutExtension(file).Replace('_', ' ').Replace('-', ' '));
        return name.Length == 0 ? file : char.ToUpperInvariant(name[0]) + name[1..];
    }
}
