using Bot.Library.Readings.Formats;

namespace Bot.Library.Readings;

/// <summary>Makes readings out of text: folds white space, numbers the paragraphs and cuts them into sentences.</summary>
/// <param name="splitter">Cuts paragraphs.</param>
public sealed class ReadingFactory(SentenceSplitter splitter)
{
    private readonly LanguageDetection language = new();

    /// <summary>A factory with the splitter that ships with the program.</summary>
    public static ReadingFactory Default { get; } = new(new SentenceSplitter());

    /// <summary>Makes a reading of a text at hand, which has no file.</summary>
    /// <param name="id">The name that people type.</param>
    /// <param name="title">Its title.</param>
    /// <param name="text">Its paragraphs, set apart by blank lines; there are no headings.</param>
    public Reading FromText(string id, string title, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var blocks = text.ReplaceLineEndings("\n").Split("\n\n").Select(paragraph => new RawBlock(paragraph));
        return Create(new ReadingId(id), id, new RawReading([.. blocks]) { Title = title });
    }

    /// <summary>Makes a reading of what a file says. A block without a letter or figure, such as <c>* * *</c>, is no paragraph.</summary>
    /// <param name="id">The name that people type.</param>
    /// <param name="file">The file's path below its folder.</param>
    /// <param name="raw">What the file says.</param>
    internal Reading Create(ReadingId id, string file, RawReading raw)
    {
        var title = Known(raw.Title) ?? TitleFrom(file);
        var paragraphs = new List<Paragraph>();
        string? section = null;
        var role = ParagraphRole.Body;
        foreach (var block in raw.Blocks)
        {
            var text = Folding.Fold(block.Text);
            if (!text.Any(char.IsLetterOrDigit) || (PlainLine.Same(text, title) && (block.IsHeading || paragraphs.Count == 0)))
            {
                continue;
            }

            if (block.IsHeading)
            {
                role = SectionName.RoleOf(text);
                section = role == ParagraphRole.AboutAuthor ? SectionName.AboutAuthor : text;
                continue;
            }

            paragraphs.Add(new Paragraph(paragraphs.Count + 1, text, LongSentences.Cut(text, splitter.Split(text))) { Section = section, Role = role });
        }

        return new Reading
        {
            Id = id,
            Title = title,
            Author = Known(raw.Author),
            Date = raw.Date,
            Source = Known(raw.Source),
            File = file,
            Language = language.Of([.. paragraphs.Select(paragraph => paragraph.Text)]),
            Paragraphs = paragraphs,
        };
    }

    private static string? Known(string? value) => value is not null && Folding.Fold(value) is { Length: > 0 } folded ? folded : null;

    private static string TitleFrom(string file)
    {
        var words = Folding.Fold(Path.GetFileNameWithoutExtension(file).Replace('-', ' ').Replace('_', ' '));
        return words.Length == 0 ? file : string.Concat(char.ToUpperInvariant(words[0]).ToString(), words.AsSpan(1));
    }
}
