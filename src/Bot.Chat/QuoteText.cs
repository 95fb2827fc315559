namespace Bot.Chat;

/// <summary>The words of quotes that read on from one another, as one text.</summary>
/// <param name="Text">One line; in verse, lines end with a line feed.</param>
/// <param name="Marks">Parts of <paramref name="Text"/> to mark, in order and without overlap.</param>
public sealed record QuoteText(string Text, IReadOnlyList<TextSpan> Marks)
{
    /// <summary>The text of a run.</summary>
    /// <param name="run">At least one quote, as <see cref="QuoteRun.StartingAt"/> gives it.</param>
    internal static QuoteText Of(IReadOnlyList<QuoteBlock> run)
    {
        var text = "";
        var marks = new List<TextSpan>();
        foreach (var quote in run)
        {
            if (text.Length > 0)
            {
                text += quote.LineStarts is [0, ..] ? "\n" : IsWrittenWithoutSpaces(text[^1]) ? "" : " ";
            }

            marks.AddRange(quote.Marks.Select(mark => mark with { Start = text.Length + mark.Start }));
            text += WithLines(quote);
        }

        return new QuoteText(text, marks);
    }

    // The space before a line of verse becomes its break, so that no offset moves.
    private static string WithLines(QuoteBlock quote)
    {
        if (quote.LineStarts.Count == 0)
        {
            return quote.Text;
        }

        var letters = quote.Text.ToCharArray();
        foreach (var start in quote.LineStarts.Where(start => start > 0 && letters[start - 1] == ' '))
        {
            letters[start - 1] = '\n';
        }

        return new string(letters);
    }

    // Chinese and Japanese: from their punctuation to the last ideograph, and the wide forms.
    private static bool IsWrittenWithoutSpaces(char end) => end is (>= '\u3000' and < '\uAC00') or >= '\uFF00';
}
