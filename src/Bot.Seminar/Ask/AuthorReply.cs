using Bot.Chat;
using Bot.Library.Readings;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Ask;

/// <summary>Answers who wrote the readings: in the words of each one's note on its author, else by the name that its file gives.</summary>
internal static class AuthorReply
{
    private const int MaxNotes = 3;
    private const int MaxNames = 12;

    /// <summary>Makes the reply.</summary>
    /// <param name="readings">The readings in question.</param>
    public static ChatReply Of(IReadOnlyList<Reading> readings)
    {
        var notes = readings.Select(reading => (Reading: reading, Note: reading.Paragraphs.FirstOrDefault(IsNote))).ToList();
        var names = notes.Where(item => item.Note is null && item.Reading.Author is not null).Take(MaxNames).ToList();
        List<ReplyBlock> blocks = [.. notes.Where(item => item.Note is not null).Take(MaxNotes).Select(item => Quotation.Of(item.Reading, item.Note!, 1, 1))];
        if (names.Count > 0)
        {
            blocks.Add(new ListBlock([.. names.Select(item => $"“{item.Reading.Title}” is by {item.Reading.Author}.")]));
        }

        return blocks.Count > 0 ? ChatReply.Answer(blocks) : ChatReply.Abstain(new TextBlock("The readings don’t say who wrote them."));
    }

    private static bool IsNote(Paragraph paragraph) => paragraph.Role == ParagraphRole.AboutAuthor;
}
