namespace Bot.Seminar.Quote;

/// <summary>A word or sign of a quote.</summary>
/// <param name="Form">The normalized form.</param>
/// <param name="Start">The offset of its first UTF-16 code unit in its text.</param>
/// <param name="End">The offset after its last one.</param>
/// <param name="Kind">Its kind.</param>
internal readonly record struct QuoteToken(string Form, int Start, int End, TokenKind Kind)
{
    /// <summary>The tokens of a text.</summary>
    public static List<QuoteToken> Scan(string text)
    {
        var tokens = new List<QuoteToken>();
        var scanner = new QuoteScanner(text);
        while (scanner.MoveNext())
        {
            tokens.Add(new QuoteToken(scanner.Form.ToString(), scanner.Start, scanner.End, scanner.Kind));
        }

        return tokens;
    }
}

/// <summary>A quote as a member typed it.</summary>
internal sealed class TypedQuote
{
    private TypedQuote(string text, IReadOnlyList<QuoteToken> tokens)
    {
        Text = text;
        Tokens = tokens;
        var words = new List<int>();
        var gaps = new HashSet<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Word)
            {
                words.Add(i);
            }
            else if (tokens[i].Kind == TokenKind.Ellipsis && words.Count > 0)
            {
                gaps.Add(words.Count);
            }
        }

        gaps.Remove(words.Count);
        Words = words;
        Gaps = gaps;
    }

    /// <summary>The text as typed.</summary>
    public string Text { get; }

    /// <summary>Its words, signs and ellipses, in order.</summary>
    public IReadOnlyList<QuoteToken> Tokens { get; }

    /// <summary>The index in <see cref="Tokens"/> of each word.</summary>
    public IReadOnlyList<int> Words { get; }

    /// <summary>The words directly after an ellipsis, by index in <see cref="Words"/>. Never the first word.</summary>
    public IReadOnlySet<int> Gaps { get; }

    /// <summary>Reads a quote.</summary>
    public static TypedQuote Parse(string text)
    {
        var tokens = QuoteToken.Scan(text);

        // "[sic]" confirms a word and is not part of the quote.
        for (var i = tokens.Count - 2; i > 0; i--)
        {
            if (tokens[i] is { Form: "sic" } && tokens[i - 1].Form is "[" or "(" && tokens[i + 1].Form is "]" or ")")
            {
                tokens.RemoveRange(i - 1, 3);
                i--;
            }
        }

        return new TypedQuote(text, tokens);
    }

    /// <summary>The runs of words between the ellipses: first word and count.</summary>
    public IEnumerable<(int First, int Count)> SplitIntoRuns()
    {
        var first = 0;
        foreach (var gap in Gaps.Order().Append(Words.Count))
        {
            yield return (first, gap - first);
            first = gap;
        }
    }

    /// <summary>The tokens of some words with the signs between them. Signs at the ends are left out, because they can be the writer's own; brackets
    /// stay.</summary>
    public List<QuoteToken> TakeBetween(int firstWord, int lastWord)
    {
        var (first, last) = (Words[firstWord], Words[lastWord]);
        first -= first > 0 && Tokens[first - 1].Form == "[" ? 1 : 0;
        last += last + 1 < Tokens.Count && Tokens[last + 1].Form == "]" ? 1 : 0;
        return [.. Tokens.Skip(first).Take(last - first + 1).Where(token => token.Kind != TokenKind.Ellipsis)];
    }
}
