namespace Bot.Library.Readings.Sentences;

/// <summary>A run of marks where a sentence may end, with the quotation marks, brackets and note numbers that close with it.</summary>
/// <param name="Mark">The offset of the first mark.</param>
/// <param name="End">The offset behind the run and what closes with it.</param>
/// <param name="Next">The offset of what follows the white space; the text's length where nothing does.</param>
/// <param name="Dots">How many full stops stand in the run; an ellipsis character counts three.</param>
/// <param name="IsEmphatic">Whether the run has an exclamation or a question mark.</param>
/// <param name="IsQuoted">Whether a quotation mark closes with it.</param>
/// <param name="IsSpaced">Whether spaces stand between its full stops.</param>
/// <param name="IsAttached">Whether it follows a word without a space.</param>
internal readonly record struct Ending(
    int Mark, int End, int Next, int Dots, bool IsEmphatic, bool IsQuoted, bool IsSpaced, bool IsAttached)
{
    private const int MaxNoteLength = 12;

    public bool IsEllipsis => Dots >= 3;

    /// <summary>A full stop and then a spaced ellipsis: the sentence ends at the full stop, what is left out follows it.</summary>
    public bool IsSentenceThenEllipsis => Dots == 4 && IsSpaced && IsAttached && !IsQuoted;

    public bool HasSpaceBehind => Next > End;

    public static Ending Read(string text, int mark)
    {
        var end = mark;
        var dots = 0;
        var emphatic = false;
        var quoted = false;
        var spaced = false;
        while (end < text.Length)
        {
            var c = text[end];
            if (Marks.IsEnd(c))
            {
                dots += c switch { '.' => 1, '…' => 3, _ => 0 };
                emphatic |= c is not ('.' or '…');
                end++;
            }
            else if (c == ' ' && dots > 0 && end + 1 < text.Length && text[end + 1] == '.' && !IsDecimal(text, end + 2))
            {
                spaced = true;
                end++;
            }
            else if (Marks.IsCloser(c) && !OpensNext(text, end))
            {
                quoted |= Marks.IsQuoteCloser(c);
                end++;
            }
            else if (FindTurnedCloser(text, end) is var closer and > 0)
            {
                quoted = true;
                end += closer;
            }
            else
            {
                break;
            }
        }

        end = SkipNote(text, end);
        var attached = mark > 0 && !char.IsWhiteSpace(text[mark - 1]);
        return new Ending(mark, end, Marks.SkipSpace(text, end), dots, emphatic, quoted, spaced, attached);
    }

    private static bool IsDecimal(string text, int place) => place < text.Length && char.IsAsciiDigit(text[place]);

    // A straight quotation mark behind which a word stands opens that word's quotation.
    private static bool OpensNext(string text, int place) =>
        text[place] is '"' or '\'' && place + 1 < text.Length && char.IsLetterOrDigit(text[place + 1]);

    // Marks that open a quotation in one language close it in another: „…“, »…«, and « … » with spaces inside. They close where no word
    // stands right behind them.
    private static int FindTurnedCloser(string text, int place)
    {
        var mark = char.IsWhiteSpace(text[place]) ? place + 1 : place;
        var closes = mark < text.Length && (mark == place ? text[mark] is '“' or '‘' or '«' or '‹' : text[mark] is '»' or '›')
            && (mark + 1 == text.Length || !char.IsLetterOrDigit(text[mark + 1]));
        return closes ? mark + 1 - place : 0;
    }

    // The number of a note: "… was signed.[3] The", "… was signed. [3] The" and "… was signed.³ The".
    private static int SkipNote(string text, int end)
    {
        while (end + 3 < text.Length)
        {
            var open = text[end] == ' ' ? end + 1 : end;
            var close = text[open] == '[' && char.IsAsciiDigit(text[open + 1])
                ? text.IndexOf(']', open, Math.Min(MaxNoteLength, text.Length - open))
                : -1;
            if (close < 0)
            {
                break;
            }

            end = close + 1;
        }

        while (end < text.Length && Marks.IsSuperscript(text[end]))
        {
            end++;
        }

        return end;
    }
}
