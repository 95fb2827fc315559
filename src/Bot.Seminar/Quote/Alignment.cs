namespace Bot.Seminar.Quote;

/// <summary>A run of typed words that matches one stretch, with a few words changed, added or left out.</summary>
/// <param name="FirstWord">The index of its first typed word.</param>
/// <param name="LastWord">The index of its last typed word.</param>
/// <param name="FirstPlace">The position on the shelf of the first matching word.</param>
/// <param name="LastPlace">The position of the last matching word.</param>
/// <param name="AfterGap">Whether it begins after an ellipsis of the quote.</param>
internal readonly record struct Piece(int FirstWord, int LastWord, int FirstPlace, int LastPlace, bool AfterGap);

/// <summary>
/// Finds the cheapest way to copy a quote from stretches of the readings: a changed, added or left-out word has a cost, and a jump to another place costs
/// more, so that a small error is not reported as stitching. Edit distance with free ends (Sellers 1980), extended by jumps.
/// </summary>
internal sealed class Alignment
{
    // With these costs a jump is used only if more than three words match on each side of it.
    private const int EditCost = 10;

    // If two alignments have the same cost, the one with more matching words is used.
    private const int MatchCost = -1;
    private const int JumpCost = 35;
    private const int GapForwardCost = 1;
    private const int GapJumpCost = 4;

    private readonly QuoteIndex index;
    private readonly int[] words;
    private readonly IReadOnlySet<int> gaps;
    private readonly int[] columnPlaces;
    private readonly Step[,] steps;
    private readonly int[] jumpFrom;
    private readonly Dictionary<int, int[]> gapFrom = [];

    private Alignment(QuoteIndex index, int[] words, IReadOnlySet<int> gaps, IReadOnlyList<Stretch> stretches)
    {
        (this.index, this.words, this.gaps) = (index, words, gaps);
        columnPlaces = [.. stretches.SelectMany(stretch => Enumerable.Range(stretch.Start, stretch.Length).Prepend(-1))];
        steps = new Step[words.Length + 1, columnPlaces.Length];
        jumpFrom = new int[words.Length + 1];
    }

    private enum Step : byte
    {
        Start,
        Follow,
        FollowAfterGap,
        FollowAfterJump,
        Add,
        LeaveOut,
    }

    /// <summary>Aligns typed words with stretches of the shelf.</summary>
    /// <param name="index">The shelf.</param>
    /// <param name="words">The typed words, as the index numbers them.</param>
    /// <param name="gaps">The words after an ellipsis.</param>
    /// <param name="stretches">The stretches to search, best first.</param>
    /// <param name="budget">The time limit.</param>
    /// <returns>The pieces in typed order; empty if no word matches, or the time is over.</returns>
    public static List<Piece> Align(
        QuoteIndex index, int[] words, IReadOnlySet<int> gaps, IReadOnlyList<Stretch> stretches, TimeBudget budget)
    {
        if (stretches.Count == 0)
        {
            return [];
        }

        var alignment = new Alignment(index, words, gaps, stretches);
        return alignment.Fill(budget) is { } column ? alignment.TraceBack(column) : [];
    }

    // A column is the number of words of the stretch that are already used; column -1 of a stretch means none.
    private int? Fill(TimeBudget budget)
    {
        var previous = new int[columnPlaces.Length];
        var current = new int[columnPlaces.Length];
        for (var row = 1; row <= words.Length; row++)
        {
            if (budget.IsOver())
            {
                return null;
            }

            var isGap = gaps.Contains(row - 1);
            var (jump, jumpCost) = FindBestJump(previous, row, isGap);
            var forward = isGap ? ComputeForwardMinima(previous, row) : null;
            for (var column = 0; column < columnPlaces.Length; column++)
            {
                var (cost, step) = (previous[column] + EditCost, Step.Add);
                if (columnPlaces[column] >= 0)
                {
                    var follow = index[columnPlaces[column]] == words[row - 1] ? MatchCost : EditCost;
                    Take(current[column - 1] + EditCost, Step.LeaveOut);
                    Take(row > 1 ? jumpCost + follow : int.MaxValue, Step.FollowAfterJump);
                    Take(forward is null ? int.MaxValue : previous[forward[column - 1]] + GapForwardCost + follow, Step.FollowAfterGap);
                    Take(previous[column - 1] + follow, Step.Follow, evenIfEqual: true);

                    void Take(int otherCost, Step otherStep, bool evenIfEqual = false)
                    {
                        if (otherCost < cost || (evenIfEqual && otherCost == cost))
                        {
                            (cost, step) = (otherCost, otherStep);
                        }
                    }
                }

                current[column] = cost;
                steps[row, column] = step;
            }

            jumpFrom[row] = jump;
            (previous, current) = (current, previous);
        }

        // If costs are equal, prefer a changed last word over an added one, because it shows the reading's word.
        var least = previous.Min();
        return Enumerable.Range(0, previous.Length)
            .Where(column => previous[column] == least)
            .OrderBy(column => steps[words.Length, column] == Step.Add)
            .First();
    }

    private static (int Column, int Cost) FindBestJump(int[] previous, int row, bool isGap)
    {
        var column = 0;
        for (var i = 1; row > 1 && i < previous.Length; i++)
        {
            column = previous[i] < previous[column] ? i : column;
        }

        return (column, previous[column] + (isGap ? GapJumpCost : JumpCost));
    }

    // For each column, the cheapest earlier column of its stretch.
    private int[] ComputeForwardMinima(int[] previous, int row)
    {
        var minima = new int[previous.Length];
        for (var i = 0; i < minima.Length; i++)
        {
            minima[i] = columnPlaces[i] < 0 || previous[i] < previous[minima[i - 1]] ? i : minima[i - 1];
        }

        gapFrom[row] = minima;
        return minima;
    }

    private List<Piece> TraceBack(int column)
    {
        var pieces = new List<Piece>();
        var (lastWord, firstPlace, lastPlace) = (words.Length - 1, -1, -1);
        for (var row = words.Length; row > 0;)
        {
            var step = steps[row, column];
            if (step is Step.Follow or Step.FollowAfterGap or Step.FollowAfterJump)
            {
                firstPlace = columnPlaces[column];
                lastPlace = lastPlace < 0 ? firstPlace : lastPlace;
            }

            if (step is Step.FollowAfterGap or Step.FollowAfterJump)
            {
                pieces.Add(new Piece(row - 1, lastWord, firstPlace, lastPlace, gaps.Contains(row - 1)));
                (lastWord, firstPlace, lastPlace) = (row - 2, -1, -1);
            }

            (row, column) = step switch
            {
                Step.Follow => (row - 1, column - 1),
                Step.FollowAfterGap => (row - 1, gapFrom[row][column - 1]),
                Step.FollowAfterJump => (row - 1, jumpFrom[row]),
                Step.LeaveOut => (row, column - 1),
                _ => (row - 1, column),
            };
        }

        if (lastWord >= 0)
        {
            pieces.Add(new Piece(0, lastWord, firstPlace, lastPlace, AfterGap: false));
        }

        pieces.Reverse();
        return pieces;
    }
}
