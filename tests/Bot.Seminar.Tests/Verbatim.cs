using Bot.Chat;
using Bot.Library.Readings;

namespace Bot.Seminar.Tests;

/// <summary>Checks the rule for all replies: a quote is the exact text of the place in its citation.</summary>
internal static class Verbatim
{
    /// <summary>Fails unless every quote of a reply, including suggestions, consists of whole sentences of the cited place.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="readings">The readings of the reply.</param>
    public static void Check(ChatReply reply, IEnumerable<Reading> readings)
    {
        foreach (var quote in reply.Quotes)
        {
            var citation = quote.Citation;
            var reading = Assert.Single(readings, reading => reading.Id.Value == citation.Reading);
            Assert.Equal(reading.Title, citation.Title);
            var paragraph = reading.Find(citation.Paragraph);
            Assert.NotNull(paragraph);
            Assert.Equal(paragraph.Section, citation.Section);
            Assert.InRange(citation.Sentence, 1, paragraph.Sentences.Count);
            Assert.InRange(citation.LastSentence, citation.Sentence, Math.Min(citation.Sentence + 2, paragraph.Sentences.Count));
            Assert.Equal(paragraph.Quote(citation.Sentence, citation.LastSentence), quote.Text);
            Assert.True(quote.Text.Length <= 600 || citation.LastSentence == citation.Sentence, $"A quote of several sentences is too long: {quote.Text}");
            foreach (var mark in quote.Marks)
            {
                Assert.InRange(mark.Start, 0, quote.Text.Length - 1);
                Assert.InRange(mark.End, mark.Start + 1, quote.Text.Length);
            }
        }
    }
}
