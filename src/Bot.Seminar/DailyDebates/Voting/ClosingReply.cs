namespace Bot.Seminar.DailyDebates.Voting;

/// <summary>The message when a poll closes: the votes before and after, how many changed sides, and the passage that was opened most.</summary>
internal static class ClosingReply
{
    /// <summary>Builds the message.</summary>
    /// <param name="motion">The motion.</param>
    /// <param name="moves">How many members moved from which side to which.</param>
    /// <param name="mostOpened">The passage that was opened most often; null if none was opened at least three times.</param>
    public static ChatReply Of(string motion, IReadOnlyList<VoteStore.Move> moves, QuoteBlock? mostOpened)
    {
        var before = Count(moves, move => move.FirstSide);
        var after = Count(moves, move => move.Side);
        List<ReplyBlock> blocks = [new HeadingBlock(VotingTexts.Closed), new TextBlock(motion)];
        blocks.Add(after.IsShown
            ? new ListBlock([VotingTexts.FormatAtFirst(before.Describe()), VotingTexts.FormatAtTheEnd(after.Describe()), .. DescribeMoves(moves)])
            : new TextBlock(after.Describe()));

        if (mostOpened is not null)
        {
            blocks.Add(new HeadingBlock(VotingTexts.MostOpened));
            blocks.Add(mostOpened);
        }

        return ChatReply.Answer(blocks);
    }

    /// <summary>The tally of the first or the final sides.</summary>
    public static Tally Count(IReadOnlyList<VoteStore.Move> moves, Func<VoteStore.Move, string> side) =>
        new(moves.GroupBy(side).ToDictionary(group => group.Key, group => (int)group.Sum(move => move.Voters)));

    /// <summary>How many members changed sides, in sentences.</summary>
    public static IEnumerable<string> DescribeMoves(IReadOnlyList<VoteStore.Move> moves)
    {
        var changed = moves.Where(move => move.FirstSide != move.Side).ToList();
        var all = (int)changed.Sum(move => move.Voters);
        if (all == 0)
        {
            yield return VotingTexts.NobodyMoved;
            yield break;
        }

        // If only one or two changed sides, the total would reveal them.
        var shown = changed.Where(move => move.Voters >= Tally.MinShown).OrderByDescending(move => move.Voters).ToList();
        var others = all - (int)shown.Sum(move => move.Voters);
        if (shown.Count == 0 || others == 0 || others >= Tally.MinShown)
        {
            yield return VotingTexts.FormatMoved(Tally.ShowNumber(all));
        }

        foreach (var move in shown)
        {
            yield return Describe(move, Tally.ShowNumber((int)move.Voters));
        }

        if (shown.Count > 0 && others is > 0 and < Tally.MinShown)
        {
            yield return VotingTexts.FormatOtherwise(Tally.ShowNumber(others));
        }
    }

    private static string Describe(VoteStore.Move move, string voters) => (move.FirstSide, move.Side) switch
    {
        (Tally.For, Tally.Against) => VotingTexts.FormatForToAgainst(voters),
        (Tally.For, _) => VotingTexts.FormatForToUndecided(voters),
        (Tally.Against, Tally.For) => VotingTexts.FormatAgainstToFor(voters),
        (Tally.Against, _) => VotingTexts.FormatAgainstToUndecided(voters),
        (_, Tally.For) => VotingTexts.FormatUndecidedToFor(voters),
        _ => VotingTexts.FormatUndecidedToAgainst(voters),
    };
}
