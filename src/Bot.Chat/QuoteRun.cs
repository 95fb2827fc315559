namespace Bot.Chat;

/// <summary>
/// Quotes that follow one another in one paragraph. A long paragraph is sent in several quotes, which are shown as one with one citation.
/// </summary>
public static class QuoteRun
{
    /// <summary>The consecutive quotes from the one at an index; at least that one.</summary>
    /// <param name="blocks">The blocks of a reply.</param>
    /// <param name="index">The index of a <see cref="QuoteBlock"/>.</param>
    /// <exception cref="ArgumentException">The block at that index is not a quote.</exception>
    public static IReadOnlyList<QuoteBlock> TakeRun(IReadOnlyList<ReplyBlock> blocks, int index)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        if (blocks[index] is not QuoteBlock first)
        {
            throw new ArgumentException($"The block at {index} is a {blocks[index].GetType().Name}.", nameof(index));
        }

        var run = new List<QuoteBlock> { first };
        while (index + run.Count < blocks.Count && blocks[index + run.Count] is QuoteBlock next && ReadsOn(run[^1], next))
        {
            run.Add(next);
        }

        return run;
    }

    /// <summary>The text of a whole run.</summary>
    /// <param name="run">The quotes, from <see cref="TakeRun"/>; at least one.</param>
    public static QuoteText JoinText(IReadOnlyList<QuoteBlock> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return QuoteText.Of(run);
    }

    /// <summary>The source of a quote, as a line below it: title, section or article, page, place, and the name that <c>reading:</c> takes.</summary>
    /// <param name="run">The quotes, from <see cref="TakeRun"/>; at least one.</param>
    public static string DescribeSource(IReadOnlyList<QuoteBlock> run) => DescribeSource(JoinCitations(run));

    /// <summary>The source line of a citation. If there is only one reading, it is not named.</summary>
    public static string DescribeSource(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        var place = string.Join(", ", citation.Landmarks.Append(citation.Label));
        return citation.IsReadingKnown ? place : $"{citation.ShortTitle}, {place} [{citation.Reading}]";
    }

    /// <summary>The citation of a whole run.</summary>
    /// <param name="run">The quotes, from <see cref="TakeRun"/>; at least one.</param>
    public static Citation JoinCitations(IReadOnlyList<QuoteBlock> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var last = run[^1].Citation;
        return run[0].Citation with { LastSentence = last.LastSentence, LastPage = last.LastPage };
    }

    // A note belongs to one quote, so a quote with a note starts a new run.
    private static bool ReadsOn(QuoteBlock before, QuoteBlock after) =>
        after.Note is null
        && after.Origin == before.Origin
        && after.IsSuggestion == before.IsSuggestion
        && after.Citation.Reading == before.Citation.Reading
        && after.Citation.Paragraph == before.Citation.Paragraph
        && after.Citation.Sentence == before.Citation.LastSentence + 1;
}
