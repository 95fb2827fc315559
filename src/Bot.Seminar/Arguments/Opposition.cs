using Bot.Library.Search;

namespace Bot.Seminar.Arguments;

/// <summary>Signs that a text speaks against a claim rather than for it.</summary>
internal readonly record struct Opposition
{
    /// <summary>Whether both speak alike of what both name: 1 alike, -1 in opposite ways, 0 where nothing can be told.</summary>
    public required double Agreement { get; init; }

    /// <summary>
    /// The tone of the text around what both name: -1 blames or denies, 1 praises; the other way round for a claim that denies.
    /// </summary>
    public required double Tone { get; init; }

    /// <summary>The product of the two texts' whole tones: above 0 where both praise or both blame.</summary>
    public required double SameMood { get; init; }

    /// <summary>How much more one of the two denies than the other, in denials over the square root of words.</summary>
    public required double DenialGap { get; init; }

    /// <summary>How many words of the claim meet their opposite in the text, at most 4.</summary>
    public required int Opposites { get; init; }

    /// <summary>1 for a claim of a sentence, less for a longer one: a page denies and praises for many reasons.</summary>
    public required double Shortness { get; init; }

    /// <summary>
    /// The signs in one number: above 0 where the text rather speaks against the claim. Weights after logistic regressions on the
    /// training splits named in docs/evaluation.md, rounded.
    /// </summary>
    public double Sum => (-0.9 * Agreement) - (0.25 * SameMood) + (0.25 * DenialGap)
        + (Shortness * ((1.2 * DenialGap) - (0.7 * Tone) + (0.2 * Opposites)));

    /// <summary>Compares a text with a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="text">How the text speaks.</param>
    /// <param name="rarity">The weight of each unit of the claim's query.</param>
    public static Opposition Between(Claim claim, StanceProfile text, IReadOnlyList<double> rarity)
    {
        var (agreement, tone, weight) = (0.0, 0.0, 0.0);
        for (var i = 0; i < claim.Query.Units.Count; i++)
        {
            if (Tones(claim, claim.Query.Units[i], text) is var (own, other))
            {
                agreement += rarity[i] * own * other;
                tone += rarity[i] * other;
                weight += rarity[i];
            }
        }

        return new Opposition
        {
            Agreement = weight > 0 ? agreement / weight : 0,
            Tone = weight > 0 ? (claim.Denies ? -1 : 1) * tone / weight : 0,
            Shortness = Math.Min(1, 20.0 / Math.Max(1, claim.Profile.Words)),
            SameMood = claim.Profile.Overall * text.Overall,
            DenialGap = Math.Abs(Denials(claim.Profile) - Denials(text)),
            Opposites = Math.Min(4, claim.OwnStems.Count(stem => MeetsOpposite(claim, stem, text))),
        };
    }

    private static (double Own, double Other)? Tones(Claim claim, QueryUnit unit, StanceProfile text)
    {
        foreach (var term in unit.Terms.Where(term => term.Weight >= 0.5))
        {
            if (text.ToneOf(term.Value) is { } other && claim.Profile.ToneOf(term.Value) is { } own)
            {
                return (own, other);
            }
        }

        return null;
    }

    private static bool MeetsOpposite(Claim claim, string stem, StanceProfile text) =>
        text.ToneOf(stem) is null
        && claim.Lexicon.Opposites.Of(stem).Any(opposite => text.ToneOf(opposite) is not null && !claim.OwnStems.Contains(opposite));

    private static double Denials(StanceProfile profile) => profile.Negations / Math.Sqrt(profile.Words + 1);
}
