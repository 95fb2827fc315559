namespace Bot.Chat.Delivery;

/// <summary>What the word at the cursor may become.</summary>
/// <param name="Start">Where that word begins in the line.</param>
/// <param name="Candidates">The words it may become, in the order to show them; empty if nothing fits.</param>
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
