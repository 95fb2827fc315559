namespace Bot.Seminar.Quote;

/// <summary>Recognises words that differ only by printing: broken at the end of a line, set in small capitals, or with a note mark.</summary>
internal static class PrintedWord
{
    private const int MaxNoteDigits = 3;

    /// <summary>Whether tokens of a quote and of a reading are the same printed words.</summary>
    /// <param name="typed">The tokens that only the quote has.</param>
    /// <param name="typedText">The text of these tokens.</param>
    /// <param name="read">The tokens that only the reading has.</param>
    /// <param name="readText">The text of these tokens.</param>
    public static bool IsSame(IReadOnlyList<QuoteToken> typed, string typedText, IReadOnlyList<QuoteToken> read, string readText) =>
        (read is [var whole] && IsBroken(typed, typedText, whole.Form))
        || (typed is [var written] && IsBroken(read, readText, written.Form))
        || IsWithNoteNumber(typed, typedText, read);

    /// <summary>Finds the first piece of a broken word.</summary>
    /// <param name="tokens">The tokens of a text.</param>
    /// <param name="text">That text.</param>
    /// <param name="last">The index of the last piece.</param>
    /// <param name="form">The whole word.</param>
    /// <returns>The index of the first piece; <paramref name="last"/> if the word is not broken.</returns>
    public static int FindFirstPiece(IReadOnlyList<QuoteToken> tokens, string text, int last, string form)
    {
        foreach (var count in (int[])[2, 3])
        {
            if (last - count + 1 is >= 0 and var first && IsBroken([.. tokens.Skip(first).Take(count)], text, form))
            {
                return first;
            }
        }

        return last;
    }

    /// <summary>Finds the last piece of a broken word.</summary>
    /// <param name="tokens">The tokens of a text.</param>
    /// <param name="text">That text.</param>
    /// <param name="first">The index of the first piece.</param>
    /// <param name="form">The whole word.</param>
    /// <returns>The index of the last piece; <paramref name="first"/> if the word is not broken.</returns>
    public static int FindLastPiece(IReadOnlyList<QuoteToken> tokens, string text, int first, string form)
    {
        foreach (var count in (int[])[2, 3])
        {
            if (first + count <= tokens.Count && IsBroken([.. tokens.Skip(first).Take(count)], text, form))
            {
                return first + count - 1;
            }
        }

        return first;
    }

    // "engage- ment" at the end of a line, "wellknown" whose hyphen was lost there, "S OCRATES" after a large first letter.
    private static bool IsBroken(IReadOnlyList<QuoteToken> pieces, string text, string form) => pieces switch
    {
        [var first, { Form: "-" } dash, var second] =>
            first.End == dash.Start && char.IsLower(text[second.Start]) && form == first.Form + second.Form,
        [{ Form.Length: 1 } first, var second] => first.End < second.Start && form == first.Form + second.Form
            && !text.AsSpan(first.Start, second.End - first.Start).ContainsAnyInRange('a', 'z'),
        _ => false,
    };

    // "stop caring.1 The", "caring1": a note number that was copied with the words.
    private static bool IsWithNoteNumber(IReadOnlyList<QuoteToken> typed, string typedText, IReadOnlyList<QuoteToken> read) => (typed, read) switch
    {
        ([var number], []) => IsNumber(number.Form) && number.Start > 0 && !char.IsWhiteSpace(typedText[number.Start - 1]),
        ([var typedWord], [var readWord]) => typedWord.Form.StartsWith(readWord.Form, StringComparison.Ordinal)
            && IsNumber(typedWord.Form[readWord.Form.Length..]) && readWord.Form.All(char.IsLetter),
        _ => false,
    };

    private static bool IsNumber(string form) => form.Length is > 0 and <= MaxNoteDigits && form.All(char.IsAsciiDigit);
}
