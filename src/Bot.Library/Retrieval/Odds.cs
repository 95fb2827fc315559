namespace Bot.Library.Retrieval;

/// <summary>Log odds and probabilities.</summary>
internal static class Odds
{
    /// <summary>The probability, from 0 to 1, of log odds.</summary>
    public static double ToProbability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
