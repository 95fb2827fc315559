using Bot.Library.Search;

namespace Bot.Seminar.Ask;

/// <summary>Puts a name together again that a query holds word by word: "Angela Merkel", "Resolution 1874".</summary>
internal static class WholeName
{
    /// <summary>The name that a unit belongs to, as it was written, without an ending in 's.</summary>
    /// <param name="query">The query.</param>
    /// <param name="unit">A unit of it that is a name.</param>
    public static string Of(SearchQuery query, QueryUnit unit)
    {
        var (first, last) = (unit.First, unit.First);
        while (first > 0 && IsPart(query, first - 1) && Touch(query, first - 1))
        {
            first--;
        }

        while (last + 1 < query.Tokens.Count && Touch(query, last) && IsPart(query, last + 1))
        {
            last++;
        }

        var name = query.Text[query.Tokens[first].Start..Math.Max(query.Tokens[last].End, query.Tokens[unit.First].Start + unit.Text.Length)];
        return name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("’s", StringComparison.Ordinal) ? name[..^2] : name;
    }

    private static bool IsPart(SearchQuery query, int token) =>
        !query.Tokens[token].IsStopWord && (char.IsUpper(query.Text[query.Tokens[token].Start]) || char.IsDigit(query.Text[query.Tokens[token].Start]));

    private static bool Touch(SearchQuery query, int token) =>
        query.Text[query.Tokens[token].End..query.Tokens[token + 1].Start] is " ";
}
