using System.Text.RegularExpressions;
using Bot.Library.Lexicons;
using Bot.Library.Search;

namespace Bot.Seminar.Counter;

/// <summary>A claim that something is wanted against.</summary>
internal sealed partial class Claim
{
    // Overall tones lie mostly between -1 and 1.
    private const double ClearlyNegative = 0.4;

    private const int FewestUnitsOfPart = 2;

    public Claim(string text, Lexicon lexicon)
    {
        Lexicon = lexicon;
        Query = SearchQuery.Parse(text, lexicon);
        Profile = StanceProfile.Of(Query.Text, lexicon);
        Denies = Profile.Negations % 2 == 1 || Profile.Overall < -ClearlyNegative;
        OwnStems = [.. Query.Tokens.Where(token => !token.IsStopWord && !IsAdverb(Query.Text[token.Start..token.End])).Select(token => token.Term)];
    }

    /// <summary>What the bot knows of words.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>The words that it turns on.</summary>
    public SearchQuery Query { get; }

    /// <summary>How it speaks of them.</summary>
    public StanceProfile Profile { get; }

    /// <summary>Whether it denies or blames, so that what speaks against it affirms.</summary>
    public bool Denies { get; }

    /// <summary>The stems of its words that say something, without adverbs.</summary>
    public HashSet<string> OwnStems { get; }

    /// <summary>
    /// The claim and, where it gives a reason, the two halves as well: what speaks against the reason speaks against the claim.
    /// </summary>
    public IEnumerable<Claim> WithParts()
    {
        yield return this;
        var parts = Connective().Split(Query.Text).Select(part => new Claim(part, Lexicon)).ToList();
        foreach (var part in parts.Where(part => parts.Count > 1 && part.Query.Units.Count >= FewestUnitsOfPart))
        {
            yield return part;
        }
    }

    // "Closely" stems to "close", but nothing is open to it.
    private static bool IsAdverb(string word) => word.Length > 4 && word.EndsWith("ly", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\b(?:because(?:\s+of)?|since|due\s+to|therefore|hence)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Connective();
}
