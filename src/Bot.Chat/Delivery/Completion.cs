namespace Bot.Chat.Delivery;

/// <summary>The completions of the word at the cursor.</summary>
/// <param name="Start">The start of that word in the line.</param>
/// <param name="Candidates">The completions in display order; empty if there are none.</param>
public sealed record Completion(int Start, IReadOnlyList<string> Candidates)
{
    /// <summary>The beginning that all candidates share, ignoring case.</summary>
    public string CommonStart
    {
        get
        {
            if (Candidates.Count == 0)
            {
                return "";
            }

            var common = Candidates[0];
            foreach (var candidate in Candidates.Skip(1))
            {
                var length = 0;
                while (length < Math.Min(common.Length, candidate.Length)
                    && char.ToLowerInvariant(common[length]) == char.ToLowerInvariant(candidate[length]))
                {
                    length++;
                }

                common = common[..length];
            }

            return common;
        }
    }
}
