using Bot.Library.Languages;
using Bot.Library.Readings.Raw;
using Bot.Library.Readings.Sentences;
using Bot.Library.Readings.Structure;

namespace Bot.Library.Readings.Parsing;

/// <summary>Makes readings out of text: folds white space, numbers the paragraphs and cuts them into sentences.</summary>
public sealed class ReadingFactory
{
    private readonly LanguageDetection language = new();

    /// <summary>The factory that everybody may use.</summary>
    public static ReadingFactory Default { get; } = new();

    /// <summary>Makes a reading of a text that has no file.</summary>
    /// <param name="id">The name that people type.</param>
    /// <param name="title">Its title.</param>
    /// <param name="text">Its paragraphs, separated by blank lines; there are no headings.</param>
    public Reading CreateFromText(string id, string title, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var blocks = text.ReplaceLineEndings("\n").Split("\n\n").Select(paragraph => new RawBlock(paragraph));
        return Create(new ReadingId(id), id, new RawReading([.. blocks]) { Title = title }, [.. blocks]);
    }

    /// <summary>Makes a reading of what a file says. A block without a letter or figure, such as <c>* * *</c>, is no paragraph.</summary>
    /// <param name="id">The name that people type.</param>
    /// <param name="file">The file's path below its folder.</param>
    /// <param name="raw">What the file says.</param>
    internal Reading Create(ReadingId id, string file, RawReading raw)
    {
        var (blocks, leftOut) = raw.KeepsAll ? (raw.Blocks, []) : Disclaimers.Take(raw.Blocks);
        var reading = Create(id, file, raw, SourceLists.Mark(Speeches.Mark(SectionSeries.Mark(blocks))));
        var check = ReadingCheck.Of(reading);
        return reading with
        {
            LeftOut = [.. raw.LeftOut, .. leftOut],
            Quality = check.Quality,
            Warnings = [.. raw.Warnings, .. check.Warnings],
            Fingerprint = Copies.FingerprintOf(reading.Paragraphs),
        };
    }

    private Reading Create(ReadingId id, string file, RawReading raw, IReadOnlyList<RawBlock> blocks)
    {
        var title = Folding.FoldOrNull(raw.Title) ?? CreateTitle(file);
        var paragraphs = new List<Paragraph>();
        string? section = null;
        string? page = null;
        var (role, kind) = (ParagraphRole.Body, ParagraphKind.Prose);
        var provisions = new Provisions(blocks);
        var spoken = language.Of([.. blocks.Where(block => !block.IsHeading).Select(block => TextMarks.RemoveMarks(block.Text))]);
        var splitter = new SentenceSplitter(spoken);
        foreach (var block in blocks)
        {
            var (text, marks) = TextMarks.Take(Folding.Fold(block.Text));
            var pageBefore = page;
            page = marks.LastOrDefault(mark => mark.Kind == TextMarkKind.Page).Label ?? page;
            if (!text.Any(char.IsLetterOrDigit) || (PlainLine.AreSame(text, title) && (block.IsHeading || paragraphs.Count == 0)))
            {
                continue;
            }

            if (block.IsHeading)
            {
                role = SectionName.RoleOf(text);
                kind = role != ParagraphRole.Reference ? ParagraphKind.Prose : SectionName.IsNotes(text) ? ParagraphKind.Note : ParagraphKind.Reference;
                section = role == ParagraphRole.AboutAuthor ? SectionName.AboutAuthor : text.TrimEnd(':', ' ');
                provisions.Enter(text);
                continue;
            }

            paragraphs.Add(new Paragraph(paragraphs.Count + 1, text, LongSentences.Cut(text, CutSentences(splitter, block, text)))
            {
                Section = section,
                Role = RoleOf(block.Kind) ?? role,
                Kind = block.Kind is ParagraphKind.Prose or ParagraphKind.ListItem && kind != ParagraphKind.Prose ? kind : block.Kind,
                Speaker = block.Speaker,
                TableHead = block.TableHead,
                Provision = role == ParagraphRole.Body ? provisions.ReadNext(text) : null,
                Pages = [.. PagesOf(marks, pageBefore)],
                NoteMarks = [.. marks.Where(mark => mark.Kind == TextMarkKind.Note).Select(mark => new NoteMark(mark.Offset, mark.Label))],
                LineStarts = [.. marks.Where(mark => mark.Kind == TextMarkKind.Line).Select(mark => mark.Offset)],
            });
        }

        return new Reading
        {
            Id = id,
            Title = title,
            Author = Folding.FoldOrNull(raw.Author),
            Date = raw.Date,
            Source = Folding.FoldOrNull(raw.Source),
            File = file,
            Language = spoken,
            Paragraphs = paragraphs,
        };
    }

    /// <summary>The name before a speech is no sentence.</summary>
    private static IReadOnlyList<Sentence> CutSentences(SentenceSplitter splitter, RawBlock block, string text)
    {
        var sentences = splitter.Split(text);
        return block.Speaker is not null && sentences.Count > 1 && sentences[0].End <= Cast.MeasureName(text)
            ? [new Sentence(sentences[0].Start, sentences[1].End - sentences[0].Start), .. sentences.Skip(2)]
            : sentences;
    }

    private static ParagraphRole? RoleOf(ParagraphKind kind) =>
        kind is ParagraphKind.Note or ParagraphKind.Reference or ParagraphKind.Contents ? ParagraphRole.Reference
        : kind is ParagraphKind.Byline ? ParagraphRole.AboutAuthor
        : null;

    private static IEnumerable<PageStart> PagesOf(IReadOnlyList<TextMark> marks, string? before)
    {
        var pages = marks.Where(mark => mark.Kind == TextMarkKind.Page).ToList();
        if (before is not null && (pages.Count == 0 || pages[0].Offset > 0))
        {
            yield return new PageStart(0, before);
        }

        foreach (var page in pages)
        {
            yield return new PageStart(page.Offset, page.Label);
        }
    }

    private static string CreateTitle(string file)
    {
        var words = Folding.Fold(Path.GetFileNameWithoutExtension(file).Replace('-', ' ').Replace('_', ' '));
        return words.Length == 0 ? file : string.Concat(char.ToUpperInvariant(words[0]).ToString(), words.AsSpan(1));
    }
}
