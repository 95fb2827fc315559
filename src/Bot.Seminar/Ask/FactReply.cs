using Bot.Chat.Languages;
using Bot.Library.Readings;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Ask;

/// <summary>Answers who wrote a text (with the note on the author if there is one), and when and where it was published.</summary>
internal static class FactReply
{
    private const int MaxNotes = 3;
    private const int MaxLines = 12;

    /// <summary>The answer; null if no file gives it, so that the texts must be searched.</summary>
    public static ChatReply? Of(FactQuestion question)
    {
        var readings = question.Readings;
        var notes = question.Fact == Fact.Author ? readings.Select(NoteOf).OfType<QuoteBlock>().Take(MaxNotes).ToList() : [];
        var lines = readings.Where(reading => question.Fact != Fact.Author || NoteOf(reading) is null)
            .Select(reading => WriteLine(question.Fact, reading))
            .OfType<string>()
            .Take(MaxLines)
            .ToList();
        List<ReplyBlock> blocks = [.. notes, .. lines.Count > 0 ? [new ListBlock(lines)] : Array.Empty<ReplyBlock>()];
        return blocks.Count > 0 ? ChatReply.Answer(blocks)
            : question.Fact == Fact.Author ? ChatReply.Abstain(
                new TextBlock(readings is [var only] ? AskTexts.FormatNoAuthorInReading(only.Title) : AskTexts.NoAuthors))
            : null;
    }

    private static QuoteBlock? NoteOf(Reading reading) =>
        reading.Paragraphs.FirstOrDefault(paragraph => paragraph.Role == ParagraphRole.AboutAuthor) is { } note ? Quotation.Of(reading, note, 1, 1) : null;

    private static string? WriteLine(Fact fact, Reading reading) => fact switch
    {
        Fact.Author => reading.Author is { } author ? AskTexts.FormatAuthor(reading.Title, author) : null,
        Fact.Date => reading.Date is { } date ? AskTexts.FormatDate(reading.Title, Wording.FormatDate(date)) : null,
        _ => reading.Source is { } source ? AskTexts.FormatSource(reading.Title, source) : null,
    };
}
