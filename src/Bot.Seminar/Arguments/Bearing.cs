namespace Bot.Seminar.Arguments;

/// <summary>How a sentence bears on a claim.</summary>
/// <param name="Against">How plainly it speaks against the claim: 0 not at all, 1 it denies every word that the claim turns on.</param>
/// <param name="For">How plainly it speaks for it, likewise.</param>
/// <param name="Cue">What shows that it speaks against the claim, for people; empty where nothing does.</param>
/// <param name="First">The number of the sentence at which a quote must begin to be understood.</param>
internal readonly record struct Bearing(double Against, double For, string Cue, int First)
{
    /// <summary>Above 0 where it speaks against the claim, below 0 where it speaks for it.</summary>
    public double Balance => Against - For;
}
