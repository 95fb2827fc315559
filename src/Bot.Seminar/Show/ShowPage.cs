using Bot.Chat;

namespace Bot.Seminar.Show;

/// <summary>What is too long to be read at once, in pages of whole quotes.</summary>
/// <param name="Number">Which page, from 1.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Quotes">What stands on it.</param>
internal sealed record ShowPage(int Number, int Count, IReadOnlyList<QuoteBlock> Quotes)
{
    private const int MaxLength = 4_000;

    /// <summary>What to say behind a heading: <c>, part 2 of 3</c>, or nothing where one page holds all.</summary>
    public string Remark => Count > 1 ? $", {ShowTexts.FormatPartOf(Number, Count)}" : "";

    /// <summary>The page with a number; the last one where there are not so many.</summary>
    /// <param name="quotes">At least one, in order.</param>
    /// <param name="isWanted">Tells the page where no number does: the one with the first quote of which it is true.</param>
    /// <param name="number">The number, from 1; null for what <paramref name="isWanted"/> says.</param>
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
