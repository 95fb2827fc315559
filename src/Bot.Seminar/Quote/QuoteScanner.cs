using System.Runtime.InteropServices;

namespace Bot.Seminar.Quote;

/// <summary>The kind of a token.</summary>
internal enum TokenKind
{
    /// <summary>A word or number.</summary>
    Word,

    /// <summary>A sign: a comma, a dash, a percent sign.</summary>
    Sign,

    /// <summary>Three dots, in brackets or not.</summary>
    Ellipsis,
}

/// <summary>
/// Splits a text into normalized tokens for comparing quotes. The normalized form ignores case, white space, quotation marks, kinds of dashes, apostrophes
/// and ellipses, ligatures, soft hyphens, the coding of accents, and marks of notes and emphasis.
/// </summary>
internal sealed class QuoteScanner(string text)
{
    private const int MaxNoteMark = 16;
    private readonly List<char> form = [];
    private int position;

    /// <summary>The token's form; valid until the next call of <see cref="MoveNext"/>.</summary>
    public ReadOnlySpan<char> Form => CollectionsMarshal.AsSpan(form);

    /// <summary>The offset of the token's first UTF-16 code unit.</summary>
    public int Start { get; private set; }

    /// <summary>The offset after its last one.</summary>
    public int End { get; private set; }

    /// <summary>The kind of the token.</summary>
    public TokenKind Kind { get; private set; }

    /// <summary>Moves to the next token.</summary>
    /// <returns>False at the end of the text.</returns>
    public bool MoveNext()
    {
        form.Clear();
        while (position < text.Length && MeasureIgnored(position) is var length and > 0)
        {
            position += length;
        }

        Start = position;
        if (position >= text.Length)
        {
            return false;
        }

        if (IsWordPart(position) || IsOwnCapital(position))
        {
            ReadWord();
        }
        else if (MeasureEllipsis() is var dots and > 0)
        {
            (Kind, position) = (TokenKind.Ellipsis, position + dots);
        }
        else
        {
            ReadSign();
        }

        End = position;
        return true;
    }

    private int MeasureIgnored(int i)
    {
        if (char.IsAsciiLetterOrDigit(text[i]))
        {
            return 0;
        }

        var isNothing = char.IsWhiteSpace(text[i])
            || Typography.IsInvisible(text[i])
            || Typography.IsQuotationMark(text[i])
            || Typography.IsNoteOrEmphasis(text[i]);
        return isNothing ? 1 : NoteMarkLength(i);
    }

    // "[12]", "[3, 4]": a note mark, which does not belong to the quote.
    private int NoteMarkLength(int i)
    {
        if (text[i] != '[' || i + 1 >= text.Length || !char.IsAsciiDigit(text[i + 1]))
        {
            return 0;
        }

        var end = i + 1;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is ',' or ' ' or '-' or '–'))
        {
            end++;
        }

        return end < text.Length && text[end] == ']' && end - i <= MaxNoteMark ? end + 1 - i : 0;
    }

    private void ReadWord()
    {
        Kind = TokenKind.Word;
        while (position < text.Length)
        {
            if (char.IsAsciiLetterOrDigit(text[position]))
            {
                form.Add(char.ToLowerInvariant(text[position++]));
            }
            else if (IsOwnCapital(position))
            {
                AppendLetter(text[position + 1]);
                position += 3;
            }
            else if (IsWordPart(position))
            {
                AppendLetter(text[position++]);
            }
            else if (Typography.IsInvisible(text[position]))
            {
                position++;
            }
            else if (IsInsideWord(position))
            {
                form.Add(Typography.IsApostrophe(text[position]) ? '\'' : text[position]);
                position++;
            }
            else
            {
                break;
            }
        }
    }

    private void AppendLetter(char letter)
    {
        if (Typography.SpellLigature(letter) is { } letters)
        {
            form.AddRange(letters);
        }
        else
        {
            Diacritics.Append(char.ToLowerInvariant(letter), form);
        }
    }

    // "[W]hile": a capital that the writer changed, as style guides require.
    private bool IsOwnCapital(int i) =>
        text[i] == '[' && i + 3 < text.Length && char.IsLetter(text[i + 1]) && text[i + 2] == ']' && char.IsLetter(text[i + 3]);

    // The apostrophe of "EU's", the full stop of "U.S", the separators of "1,000.5": they belong to the word.
    private bool IsInsideWord(int i)
    {
        if (i == 0 || i + 1 >= text.Length || !char.IsLetterOrDigit(text[i + 1]) || !(IsWordPart(i - 1) || text[i - 1] == ']'))
        {
            return false;
        }

        return text[i] switch
        {
            '.' when char.IsLetter(text[i + 1]) => !HasLetterBehind(i + 1) && !HasLetterBefore(i - 1),
            '.' or ',' => char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]),
            var sign => Typography.IsApostrophe(sign),
        };
    }

    private bool HasLetterBehind(int i) => i + 1 < text.Length && IsWordPart(i + 1);

    private bool HasLetterBefore(int i) => i > 0 && IsWordPart(i - 1);

    // "…", "...", ". . .", each also in square or round brackets.
    private int MeasureEllipsis()
    {
        var i = position;
        var closing = text[i] switch { '[' => ']', '(' => ')', _ => '\0' };
        if (closing != '\0')
        {
            i = SkipSpaces(i + 1);
        }

        var dots = 0;
        var end = i;
        for (; i < text.Length && text[i] is '.' or '…'; i = SkipSpaces(i + 1))
        {
            dots += text[i] == '…' ? 3 : 1;
            end = i + 1;
        }

        if (dots < (closing == '\0' ? 3 : 2))
        {
            return 0;
        }

        if (closing == '\0')
        {
            return end - position;
        }

        return i < text.Length && text[i] == closing ? i + 1 - position : 0;
    }

    private int SkipSpaces(int i)
    {
        while (i < text.Length && char.IsWhiteSpace(text[i]))
        {
            i++;
        }

        return i;
    }

    private void ReadSign()
    {
        Kind = TokenKind.Sign;
        if (Typography.IsDash(text[position]))
        {
            form.Add('-');
            while (position < text.Length && Typography.IsDash(text[position]))
            {
                position++;
            }

            return;
        }

        form.Add(text[position++]);
        if (char.IsHighSurrogate(form[0]) && position < text.Length && char.IsLowSurrogate(text[position]))
        {
            form.Add(text[position++]);
        }
    }

    private bool IsWordPart(int i) => char.IsLetterOrDigit(text[i]) || (text[i] > '\u007F' && Typography.IsMark(text[i]));
}
