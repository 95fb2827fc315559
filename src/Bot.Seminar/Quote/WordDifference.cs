using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace Bot.Seminar.Quote;

/// <summary>A place where a quote differs from the reading.</summary>
/// <param name="Typed">The typed words; empty if words were left out.</param>
/// <param name="InReading">The reading's words; empty if words were added.</param>
/// <param name="Context">The reading's words around it, verbatim, with <c>…</c> where the paragraph continues.</param>
internal sealed record WordDifference(string Typed, string InReading, string Context)
{
    /// <summary>Whether square brackets mark these words as the writer's own.</summary>
    public bool IsMarkedInsertion { get; init; }

    /// <summary>Whether only signs differ, such as a comma.</summary>
    public bool IsPunctuation { get; init; }
}

/// <summary>Compares words one by one.</summary>
internal static class WordDifferences
{
    private const int ContextTokens = 5;
    private static readonly CustomFunctionChunker ByLine = new(text => text.Split('\n'));

    /// <summary>The differences between the typed text and the reading.</summary>
    /// <param name="typed">The tokens of <paramref name="typedText"/>.</param>
    /// <param name="typedText">The quote as typed.</param>
    /// <param name="read">The tokens of <paramref name="readText"/>.</param>
    /// <param name="readText">The paragraph's text.</param>
    public static List<WordDifference> Compare(
        IReadOnlyList<QuoteToken> typed, string typedText, IReadOnlyList<QuoteToken> read, string readText)
    {
        (typed, read) = (JoinBrackets(typed), JoinBrackets(read));
        var diff = Differ.Instance.CreateDiffs(PutOnLines(read), PutOnLines(typed), ignoreWhiteSpace: false, ignoreCase: false, ByLine);
        return [.. diff.DiffBlocks
            .Where(block => !IsOnlyPrinted(block) && !IsNeedlessBracket(block, typed, read))
            .Select(block => Describe(block, typed, typedText, read, readText))];

        bool IsOnlyPrinted(DiffBlock block) => PrintedWord.IsSame(
            [.. typed.Skip(block.InsertStartB).Take(block.InsertCountB)], typedText, [.. read.Skip(block.DeleteStartA).Take(block.DeleteCountA)], readText);
    }

    // "[the mayor]" is one insertion.
    private static List<QuoteToken> JoinBrackets(IReadOnlyList<QuoteToken> tokens)
    {
        var joined = new List<QuoteToken>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var end = tokens[i].Form == "[" ? Enumerable.Range(i, tokens.Count - i).FirstOrDefault(next => tokens[next].Form == "]") : 0;
            if (end == 0)
            {
                joined.Add(tokens[i]);
                continue;
            }

            var inside = tokens.Skip(i + 1).Take(end - i - 1).Select(token => token.Form);
            joined.Add(new QuoteToken($"[{string.Join(' ', inside)}]", tokens[i].Start, tokens[end].End, TokenKind.Word));
            i = end;
        }

        return joined;
    }

    private static string PutOnLines(IReadOnlyList<QuoteToken> tokens) => string.Join('\n', tokens.Select(token => token.Form));

    // Brackets around words that are also in the reading.
    private static bool IsNeedlessBracket(DiffBlock block, IReadOnlyList<QuoteToken> typed, IReadOnlyList<QuoteToken> read) =>
        block.InsertCountB == 1
        && typed[block.InsertStartB].Form == $"[{string.Join(' ', read.Skip(block.DeleteStartA).Take(block.DeleteCountA).Select(token => token.Form))}]";

    private static WordDifference Describe(
        DiffBlock block, IReadOnlyList<QuoteToken> typed, string typedText, IReadOnlyList<QuoteToken> read, string readText)
    {
        var typedTokens = typed.Skip(block.InsertStartB).Take(block.InsertCountB).ToList();
        var readTokens = read.Skip(block.DeleteStartA).Take(block.DeleteCountA).ToList();
        return new WordDifference(TakeSurface(typedTokens, typedText), TakeSurface(readTokens, readText), TakeContext(block, read, readText))
        {
            IsMarkedInsertion = typedTokens is [{ Form: ['[', .., ']'] }],
            IsPunctuation = typedTokens.Concat(readTokens).All(token => token.Kind == TokenKind.Sign),
        };
    }

    private static string TakeSurface(List<QuoteToken> tokens, string text) => tokens.Count == 0 ? "" : text[tokens[0].Start..tokens[^1].End];

    private static string TakeContext(DiffBlock block, IReadOnlyList<QuoteToken> read, string readText)
    {
        var first = Math.Max(0, block.DeleteStartA - ContextTokens);
        var last = Math.Min(read.Count, block.DeleteStartA + block.DeleteCountA + ContextTokens) - 1;
        while (first < block.DeleteStartA && read[first].Kind != TokenKind.Word)
        {
            first++;
        }

        while (last >= block.DeleteStartA + block.DeleteCountA && last > first && read[last].Kind != TokenKind.Word)
        {
            last--;
        }

        var (start, end) = (read[first].Start, read[last].End);
        if (end < readText.Length && (readText[end] == '.' || end == readText.Length - 1))
        {
            end++;
        }

        return $"{(start == 0 ? "" : "… ")}{readText[start..end]}{(end == readText.Length ? "" : " …")}";
    }
}
