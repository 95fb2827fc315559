namespace Bot.Chat;

/// <summary>The text of consecutive quotes.</summary>
/// <param name="Text">The text in one line; in verse, lines end with a line feed.</param>
/// <param name="Marks">Parts of <paramref name="Text"/> to mark, in order and without overlap.</param>
public sealed record QuoteText(string Text, IReadOnlyList<TextSpan> Marks)
{
    /// <summary>The text of a run.</summary>
    /// <param name="run">The quotes, from <see cref="QuoteRun.TakeRun"/>; at least one.</param>
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
            text += KeepLines(quote);
        }

        return new QuoteText(text, marks);
    }

    // The space before a line of verse is replaced by a line break, so that offsets stay the same.
    private static string KeepLines(QuoteBlock quote)
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

    // Chinese and Japanese: punctuation, ideographs and full-width forms.
    private static bool IsWrittenWithoutSpaces(char end) => end is (>= '\u3000' and < '\uAC00') or >= '\uFF00';
}
