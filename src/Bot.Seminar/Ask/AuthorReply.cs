using Bot.Chat;
using Bot.Library.Readings;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Ask;

/// <summary>Answers who wrote a reading: in the words of its note on the author, else by the name that its file gives.</summary>
internal static class AuthorReply
{
    private const int MostNamesTold = 12;

    /// <summary>Makes the reply.</summary>
    /// <param name="readings">The readings in question.</param>
    /// <param name="answers">Passages of notes on authors that share words with the question, the best first.</param>
    public static ChatReply Of(IReadOnlyList<Reading> readings, IReadOnlyList<Answer> answers)
    {
        var quotes = answers.Select(answer => Quotation.Of(
            answer.Candidate.Reading, answer.Candidate.Paragraph, answer.Candidate.First, answer.Candidate.Last) with
        { Score = answer.Score });
        var openings = readings
            .SelectMany(reading => reading.Paragraphs.Where(IsNote).Take(1).Select(paragraph => Quotation.Of(reading, paragraph, 1, 1) with { Score = 0.5 }));
        var notes = quotes.Concat(openings).DistinctBy(quote => (quote.Citation.Reading, quote.Citation.Paragraph, quote.Citation.Sentence)).Take(3).ToList();
        var names = readings.Where(reading => reading.Author is not null && !reading.Paragraphs.Any(IsNote)).ToList();
        var blocks = new List<ReplyBlock>(notes);
        if (names.Count > 0)
        {
            blocks.Add(new ListBlock([.. names.Take(MostNamesTold).Select(reading => $"“{reading.Title}” is by {reading.Author}.")]));
        }

        return blocks.Count > 0
            ? ChatReply.Answer(blocks)
            : ChatReply.Abstain(new TextBlock("The readings don't say who wrote them."));
    }

    private static bool IsNote(Paragraph paragraph) => paragraph.Role == ParagraphRole.AboutAuthor;
}
