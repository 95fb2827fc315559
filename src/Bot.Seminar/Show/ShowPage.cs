namespace Bot.Seminar.Show;

/// <summary>A page of a long text, which consists of whole quotes.</summary>
/// <param name="Number">The page number, from 1.</param>
/// <param name="Count">The number of pages.</param>
/// <param name="Quotes">The quotes on it.</param>
internal sealed record ShowPage(int Number, int Count, IReadOnlyList<QuoteBlock> Quotes)
{
    private const int MaxLength = 4_000;

    /// <summary>The text after a heading: <c>, part 2 of 3</c>; empty if there is only one page.</summary>
    public string Remark => Count > 1 ? $", {ShowTexts.FormatPartOf(Number, Count)}" : "";

    /// <summary>The page with a number; the last one if the number is too large.</summary>
    /// <param name="quotes">The quotes in order; at least one.</param>
    /// <param name="isWanted">Selects the page if there is no number: the one with the first quote for which it is true.</param>
    /// <param name="number">The number, from 1; null to use <paramref name="isWanted"/>.</param>
    public static ShowPage Of(IReadOnlyList<QuoteBlock> quotes, Func<QuoteBlock, bool> isWanted, int? number)
    {
        var pages = new List<List<QuoteBlock>>();
        var length = 0;
        foreach (var quote in quotes)
        {
            length += quote.Text.Length;
            if (pages.Count == 0 || length > MaxLength)
            {
                pages.Add([]);
                length = quote.Text.Length;
            }

            pages[^1].Add(quote);
        }

        var page = number is { } wanted ? Math.Min(wanted, pages.Count) - 1 : Math.Max(0, pages.FindIndex(one => one.Exists(quote => isWanted(quote))));
        return new ShowPage(page + 1, pages.Count, pages[page]);
    }
}
